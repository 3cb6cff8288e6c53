package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keycloakpools.userstorage.rules.Verdict.Followup;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignInWriteTest {

  @Test
  void aLinkedUserWhoseDataDidNotChangeIsNotWritten() {
    assertThat(SignInWrite.isDue(false, Followup.NOTHING, false, () -> true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "true, NOTHING, false, true",
    "false, UPDATE_PASSWORD, false, true",
    "false, CONFIGURE_TOTP, false, true",
    "false, NOTHING, true, true",
    "false, NOTHING, false, false",
  })
  void eachChangeIsAReasonToWrite(
      boolean migrates, Followup then, boolean refusalStored, boolean upToDate) {
    assertThat(SignInWrite.isDue(migrates, then, refusalStored, () -> upToDate)).isTrue();
  }

  /** The comparison reads the database. */
  @Test
  void dataAreNotComparedWhenTheyAreWrittenAnyway() {
    assertThat(SignInWrite.isDue(true, Followup.NOTHING, false, () -> fail("compared"))).isTrue();
  }

  @Test
  void onlyALinkedUserWhoStaysSignsInWithoutData() {
    assertThat(SignInWrite.isDispensable(Optional.of(LinkStatus.LINKED), false)).isTrue();
    assertThat(SignInWrite.isDispensable(Optional.of(LinkStatus.LINKED), true)).isFalse();
    assertThat(SignInWrite.isDispensable(Optional.empty(), false)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = "LINKED", mode = EnumSource.Mode.EXCLUDE)
  void otherUsersMustBeWrittenFirst(LinkStatus status) {
    assertThat(SignInWrite.isDispensable(Optional.of(status), false)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false, true, false", "false, false, true", "true, true, true", "true, false, true"})
  void aProfileIsCheckedWhereTheDirectoryNoLongerOverwritesIt(
      boolean migrates, boolean syncsAttributes, boolean expected) {
    assertThat(SignInWrite.isProfileDue(migrates, syncsAttributes)).isEqualTo(expected);
  }
}
