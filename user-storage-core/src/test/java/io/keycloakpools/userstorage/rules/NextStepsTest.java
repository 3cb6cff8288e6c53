package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.NextSteps.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NextStepsTest {

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void everyRefusalOffersSupport(UnusableReason reason) {
    assertThat(NextSteps.after(reason, true).steps()).contains(Step.SUPPORT);
    assertThat(NextSteps.after(reason, false).steps()).contains(Step.SUPPORT);
  }

  @ParameterizedTest
  @EnumSource(
      value = UnusableReason.class,
      names = {
        "RESET_REQUIRED",
        "LEAKED_PASSWORD",
        "TEMPORARY_PASSWORD",
        "TEMPORARY_PASSWORD_EXPIRED",
        "TOO_MANY_ATTEMPTS"
      })
  void aNewPasswordIsSetWhereItCounts(UnusableReason reason) {
    NextSteps here = NextSteps.after(reason, true);
    NextSteps there = NextSteps.after(reason, false);

    assertThat(here.messageKey()).isEqualTo("userPoolRefused." + reason.code() + "_reset");
    assertThat(here.steps()).startsWith(Step.RESET).doesNotContain(Step.CHANGE);
    assertThat(there.messageKey()).isEqualTo("userPoolRefused." + reason.code());
    assertThat(there.steps()).startsWith(Step.CHANGE).doesNotContain(Step.RESET);
  }

  /** After the new password, the same refusal would follow. */
  @ParameterizedTest
  @EnumSource(
      value = UnusableReason.class,
      names = {"DISABLED", "BLOCKED", "DENIED", "SECOND_FACTOR", "IDENTITY_CHANGED"})
  void whoIsNotHelpedByANewPasswordIsNotSentToSetOne(UnusableReason reason) {
    assertThat(NextSteps.after(reason, true).steps()).containsExactly(Step.SUPPORT);
  }

  @Test
  void whoHasNoPasswordIsSentToTheProvider() {
    assertThat(NextSteps.after(UnusableReason.EXTERNAL, true).steps()).startsWith(Step.PROVIDERS);
  }
}
