package io.keycloakpools.userstorage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallOutcomeTest {

  private static final DirectoryUser ADA = DirectoryUser.builder("id", "ada").build();
  private static final Outage REFUSED = Outage.refused("ada@example.org is odd");

  @Test
  void eachAnswerToALookupHasAWord() {
    assertThat(CallOutcome.of(new Lookup.Found(ADA))).isEqualTo(answered("found"));
    assertThat(CallOutcome.of(new Lookup.NotFound())).isEqualTo(answered("not_found"));
    assertThat(CallOutcome.of(new Lookup.Ambiguous(2))).isEqualTo(answered("ambiguous"));
  }

  @Test
  void eachAnswerToAPasswordCheckHasAWord() {
    assertThat(CallOutcome.of(new PasswordCheck.Accepted(ADA))).isEqualTo(answered("accepted"));
    assertThat(CallOutcome.of(new PasswordCheck.AcceptedUnseen("id", REFUSED)))
        .isEqualTo(answered("accepted_unseen"));
    assertThat(CallOutcome.of(new PasswordCheck.Rejected())).isEqualTo(answered("rejected"));
    assertThat(CallOutcome.of(new PasswordCheck.TemporaryPassword(ADA)))
        .isEqualTo(answered("temporary_password"));
    assertThat(CallOutcome.of(new PasswordCheck.SecondFactorPending(ADA, "otp")))
        .isEqualTo(answered("second_factor"));
    assertThat(CallOutcome.of(new PasswordCheck.AccountUnusable(UnusableReason.BLOCKED)))
        .isEqualTo(answered("account_unusable"));
    CallOutcome throttled = CallOutcome.of(new PasswordCheck.Throttled(Optional.empty()));
    assertThat(throttled.code()).isEqualTo("throttled");
    assertThat(throttled.outageKind()).contains("busy");
  }

  @Test
  void anOutageIsToldByItsKindAndNotByItsText() {
    CallOutcome refused = new CallOutcome("unavailable", Optional.of(REFUSED));

    assertThat(refused.outageKind()).contains("refused");
    assertThat(CallOutcome.of(new Lookup.Unavailable(REFUSED))).isEqualTo(refused);
    assertThat(CallOutcome.of(new PasswordCheck.Unavailable(REFUSED))).isEqualTo(refused);
    assertThat(CallOutcome.of(new Listing.Unavailable(REFUSED))).isEqualTo(refused);
  }

  @Test
  void aPageAndATestHaveAWordToo() {
    assertThat(CallOutcome.of(new Listing.Page(List.of(), Optional.empty())))
        .isEqualTo(answered("page"));
    assertThat(CallOutcome.of(new ConnectionTest.Works())).isEqualTo(answered("works"));
    assertThat(CallOutcome.of(new ConnectionTest.Fails(SettingProblem.of("domain", "key"))))
        .isEqualTo(answered("fails"));
  }

  private static CallOutcome answered(String code) {
    return new CallOutcome(code, Optional.empty());
  }
}
