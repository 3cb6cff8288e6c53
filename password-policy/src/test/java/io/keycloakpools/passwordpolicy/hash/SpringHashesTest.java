package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.LdapShaPasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.StandardPasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/** Hashes made by Spring Security's encoders, with their ids in PasswordEncoderFactories. */
@SuppressWarnings("deprecation")
class SpringHashesTest {

  private static final Map<String, PasswordEncoder> ENCODERS =
      Map.ofEntries(
          Map.entry("bcrypt", new BCryptPasswordEncoder(4)),
          Map.entry("ldap", new LdapShaPasswordEncoder()),
          Map.entry("MD5", new MessageDigestPasswordEncoder("MD5")),
          Map.entry("SHA-1", new MessageDigestPasswordEncoder("SHA-1")),
          Map.entry("SHA-256", new MessageDigestPasswordEncoder("SHA-256")),
          Map.entry("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5()),
          Map.entry(
              "pbkdf2@SpringSecurity_v5_8", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()),
          Map.entry("scrypt", SCryptPasswordEncoder.defaultsForSpringSecurity_v4_1()),
          Map.entry(
              "scrypt@SpringSecurity_v5_8", SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8()),
          Map.entry("sha256", new StandardPasswordEncoder()),
          Map.entry("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_2()),
          Map.entry(
              "argon2@SpringSecurity_v5_8",
              Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bcrypt",
        "ldap",
        "MD5",
        "SHA-1",
        "SHA-256",
        "pbkdf2",
        "pbkdf2@SpringSecurity_v5_8",
        "scrypt",
        "scrypt@SpringSecurity_v5_8",
        "sha256",
        "argon2",
        "argon2@SpringSecurity_v5_8"
      })
  void whatItsEncodersWriteIsRead(String id) {
    String password = "lètmein 'twice' ";

    ForeignHash hash = ForeignHashes.parse("{" + id + "}" + ENCODERS.get(id).encode(password));

    assertThat(hash.matches(password)).isTrue();
    assertThat(hash.matches(password.strip())).isFalse();
    assertThat(ForeignHashes.parse(hash.encoded())).isEqualTo(hash);
  }
}
