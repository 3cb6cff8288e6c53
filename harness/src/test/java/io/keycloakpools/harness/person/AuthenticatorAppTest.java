package io.keycloakpools.harness.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthenticatorAppTest {

  /** RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59,          HmacSHA1,   20, 94287082",
    "1111111109,  HmacSHA1,   20, 07081804",
    "1111111109,  HmacSHA256, 32, 68084774",
    "20000000000, HmacSHA512, 64, 47863826",
  })
  void codesAreThoseOfTheRfc(long second, String algorithm, int length, String code) {
    String secret = "1234567890".repeat(7).substring(0, length);

    assertThat(new AuthenticatorApp(secret, algorithm, 8).code(Instant.ofEpochSecond(second)))
        .isEqualTo(code);
  }
}
