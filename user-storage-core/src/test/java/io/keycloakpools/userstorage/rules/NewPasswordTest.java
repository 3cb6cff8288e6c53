package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {

  @ParameterizedTest
  @CsvSource({
    "false, false, false, KEPT_BY_DIRECTORY",
    "false, false, true, KEPT_BY_DIRECTORY",
    "false, true, false, KEPT_BY_DIRECTORY",
    "false, true, true, KEPT_BY_DIRECTORY",
    "true, true, false, KEPT_BY_DIRECTORY",
    "true, true, true, KEPT_BY_DIRECTORY",
    "true, false, true, BY_USER",
    "true, false, false, BY_ADMIN",
  })
  void whoSetsItDependsOnThePoolTheUserAndTheRequest(
      boolean migrates, boolean serviceAccount, boolean atSignIn, NewPassword expected) {
    assertThat(NewPassword.of(migrates, serviceAccount, atSignIn)).isEqualTo(expected);
  }
}
