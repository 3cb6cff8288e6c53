package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Totp;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticatorAppsTest {

  private static final Totp PHONE =
      new Totp("JBSWY3DPEHPK3PXP", Optional.of("phone"), 6, 30, "HmacSHA1", Optional.of("BASE32"));

  @ParameterizedTest
  @CsvSource({
    "6, 30,  HmacSHA1,   BASE32, HmacSHA1",
    "8, 30,  HmacSHA256, BASE32, HmacSHA256",
    "6, 60,  HmacSHA512, base32, HmacSHA512",
    "6, 1,   hmacsha1,   BASE32, HmacSHA1",
    "6, 300, HMACSHA256, ,       HmacSHA256",
  })
  void canBeTakenOver(
      int digits, int period, String algorithm, String encoding, String storedAlgorithm) {
    Totp app =
        new Totp(
            PHONE.secret(),
            PHONE.label(),
            digits,
            period,
            algorithm,
            Optional.ofNullable(encoding));

    assertThat(AuthenticatorApps.usable(List.of(app)))
        .containsExactly(
            new Totp(
                PHONE.secret(),
                PHONE.label(),
                digits,
                period,
                storedAlgorithm,
                Optional.ofNullable(encoding).map(any -> "BASE32")));
  }

  @ParameterizedTest
  @CsvSource({
    "JBSWY3DPEHPK3PXP, 7, 30,  HmacSHA1, BASE32",
    "JBSWY3DPEHPK3PXP, 0, 30,  HmacSHA1, BASE32",
    "JBSWY3DPEHPK3PXP, 6, 0,   HmacSHA1, BASE32",
    "JBSWY3DPEHPK3PXP, 6, -30, HmacSHA1, BASE32",
    "JBSWY3DPEHPK3PXP, 6, 301, HmacSHA1, BASE32",
    "JBSWY3DPEHPK3PXP, 6, 30,  HmacMD5,  BASE32",
    "JBSWY3DPEHPK3PXP, 6, 30,  '',       BASE32",
    "JBSWY3DPEHPK3PXP, 6, 30,  HmacSHA1, BASE64",
    "JBSWY3DPEHPK3PXP, 6, 30,  HmacSHA1, ''",
    "JBSWY3DPEHPK3PX1, 6, 30,  HmacSHA1, BASE32",
    "JBSWY3DPEHPK3PXÄ, 6, 30,  HmacSHA1, BASE32",
    "JBS=WY3DPEHPK3PX, 6, 30,  HmacSHA1, BASE32",
    "J,                6, 30,  HmacSHA1, BASE32",
    "'',               6, 30,  HmacSHA1, BASE32",
    "'',               6, 30,  HmacSHA1, ",
    "'====',           6, 30,  HmacSHA1, BASE32",
  })
  void cannotBeTakenOver(String secret, int digits, int period, String algorithm, String encoding) {
    Totp app =
        new Totp(
            secret, Optional.empty(), digits, period, algorithm, Optional.ofNullable(encoding));

    assertThat(AuthenticatorApps.usable(List.of(app))).isEmpty();
  }

  /** Keycloak would skip unreadable characters, including padding and blanks. */
  @ParameterizedTest
  @CsvSource({
    "jbswy3dpehpk3pxp,          JBSWY3DPEHPK3PXP",
    "JBSW Y3DP EHPK 3PXP,       JBSWY3DPEHPK3PXP",
    "jbsw-y3dp-ehpk-3pxp,       JBSWY3DPEHPK3PXP",
    "MZXW6YQ=,                  MZXW6YQ",
    "MY======,                  MY",
  })
  void aSecretIsStoredAsKeycloakReadsIt(String there, String here) {
    assertThat(AuthenticatorApps.usable(List.of(secret(there))))
        .extracting(Totp::secret)
        .containsExactly(here);
  }

  @Test
  void aSecretThatIsEndlessIsNone() {
    assertThat(AuthenticatorApps.usable(List.of(secret("A".repeat(1_000_000))))).isEmpty();
  }

  /** Keycloak rejects duplicate labels; an invisible label is none. */
  @Test
  void noTwoHaveOneLabel() {
    List<Totp> usable =
        AuthenticatorApps.usable(
            Stream.of("phone", "Phone", "\0", "tablet").map(AuthenticatorAppsTest::label).toList());

    assertThat(usable)
        .extracting(Totp::label)
        .containsExactly(
            Optional.of("phone"), Optional.empty(), Optional.empty(), Optional.of("tablet"));
  }

  @Test
  void thereIsAnEndToThem() {
    assertThat(AuthenticatorApps.usable(Collections.nCopies(1000, PHONE))).hasSize(10);
  }

  @Nested
  final class ReplaceSecondFactors {

    @Test
    void ifThereAreNone() {
      assertThat(replaced(Set.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp", "TOTP", "otp"})
    void ifAllAreAppsThatAreTakenOver(String name) {
      assertThat(replaced(Set.of(name), PHONE)).isTrue();
      assertThat(replaced(Set.of(), PHONE)).isTrue();
      assertThat(replaced(Set.of(name), PHONE, secret("bad!"))).isTrue();
    }

    @Test
    void notIfThereIsAnotherOne() {
      assertThat(replaced(Set.of("totp", "sms"), PHONE)).isFalse();
      assertThat(replaced(Set.of("sms"))).isFalse();
    }

    @Test
    void notIfNoneCanBeTakenOver() {
      assertThat(replaced(Set.of("totp"))).isFalse();
      assertThat(replaced(Set.of("totp"), secret("bad!"))).isFalse();
      assertThat(replaced(Set.of(), secret("bad!"))).isFalse();
    }

    private static boolean replaced(Set<String> factors, Totp... apps) {
      return AuthenticatorApps.replaceSecondFactors(
          DirectoryUser.builder("1", "ada").secondFactors(factors).totps(List.of(apps)).build());
    }
  }

  private static Totp secret(String secret) {
    return new Totp(secret, Optional.empty(), 6, 30, "HmacSHA1", Optional.of("BASE32"));
  }

  private static Totp label(String label) {
    return new Totp(PHONE.secret(), Optional.of(label), 6, 30, "HmacSHA1", Optional.of("BASE32"));
  }
}
