package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordAuthorityTest {

  @ParameterizedTest
  @CsvSource({
    ", secret, false",
    "id, , false",
    "id, '', false",
    "id, secret, true",
  })
  void whatIsNoPasswordOfAPersonIsNotChecked(
      String externalId, String password, boolean serviceAccount) {
    assertThat(
            PasswordAuthority.of(
                externalId,
                password,
                serviceAccount,
                PasswordAuthorityTest::asked,
                PasswordAuthorityTest::asked,
                PasswordAuthorityTest::asked))
        .isEqualTo(PasswordAuthority.NOBODY);
  }

  @Test
  void aTextThatIsTooLongIsNotSentToTheDirectory() {
    String tooLong = "x".repeat(4097);

    assertThat(
            PasswordAuthority.of(
                "id",
                tooLong,
                false,
                PasswordAuthorityTest::asked,
                PasswordAuthorityTest::asked,
                PasswordAuthorityTest::asked))
        .isEqualTo(PasswordAuthority.NOBODY);
  }

  @Test
  void withoutAPasswordHereTheDirectoryIsAsked() {
    assertThat(
            PasswordAuthority.of(
                "id",
                "secret",
                false,
                () -> false,
                PasswordAuthorityTest::asked,
                PasswordAuthorityTest::asked))
        .isEqualTo(PasswordAuthority.DIRECTORY);
  }

  @Test
  void aPasswordHereIsKeycloaksMatter() {
    assertThat(
            PasswordAuthority.of(
                "id", "secret", false, () -> true, () -> true, PasswordAuthorityTest::asked))
        .isEqualTo(PasswordAuthority.KEYCLOAK);
  }

  @ParameterizedTest
  @CsvSource({"true, WRONG_CLIENT", "false, KEYCLOAK"})
  void onlyARightPasswordRevealsThatTheApplicationIsNotServed(
      boolean right, PasswordAuthority expected) {
    assertThat(PasswordAuthority.of("id", "secret", false, () -> true, () -> false, () -> right))
        .isEqualTo(expected);
  }

  private static boolean asked() {
    return fail("asked");
  }
}
