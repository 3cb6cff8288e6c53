package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameQueryTest {

  /** Columns: possible, at a sign-in, known as unknown, probing, creates nobody. */
  @ParameterizedTest
  @CsvSource({
    "true, true, false, false, true, ASK",
    "true, true, false, false, false, ASK",
    "true, true, true, false, true, UNKNOWN",
    "true, true, true, true, false, UNKNOWN",
    "true, true, false, true, true, ANSWERED_AS_UNKNOWN",
    "true, true, false, true, false, TRY_LATER",
    "false, true, false, false, true, UNKNOWN",
    "false, true, false, true, false, UNKNOWN",
    "false, false, false, false, true, UNKNOWN",
  })
  void atASignInTheDirectoryIsSparedAndNothingIsTold(
      boolean possible,
      boolean atSignIn,
      boolean knownAsUnknown,
      boolean probing,
      boolean createsNobody,
      NameQuery expected) {
    assertThat(NameQuery.of(possible, atSignIn, knownAsUnknown, probing, createsNobody))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false",
    "true, false, false",
    "false, true, false",
    "true, true, false",
    "true, true, true",
  })
  void anAdminAlwaysGetsTheDirectorysAnswer(
      boolean knownAsUnknown, boolean probing, boolean createsNobody) {
    assertThat(NameQuery.of(true, false, knownAsUnknown, probing, createsNobody))
        .isEqualTo(NameQuery.ASK);
  }
}
