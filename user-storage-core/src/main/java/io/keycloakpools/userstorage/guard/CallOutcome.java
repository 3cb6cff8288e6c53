package io.keycloakpools.userstorage.guard;

import io.keycloakpools.common.Word;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Optional;

/**
 * Outcome of a call, for metrics, spans and breakers.
 *
 * @param outage may name a user, and belongs only in the log
 */
public record CallOutcome(String code, Optional<Outage> outage) {

  private static final PasswordCheck.Cases<CallOutcome> OF_PASSWORD_CHECK =
      new PasswordCheck.Cases<>() {

        @Override
        public CallOutcome accepted(PasswordCheck.Accepted answer) {
          return answered("accepted");
        }

        @Override
        public CallOutcome acceptedUnseen(PasswordCheck.AcceptedUnseen answer) {
          return answered("accepted_unseen");
        }

        @Override
        public CallOutcome rejected(PasswordCheck.Rejected answer) {
          return answered("rejected");
        }

        @Override
        public CallOutcome temporaryPassword(PasswordCheck.TemporaryPassword answer) {
          return answered("temporary_password");
        }

        @Override
        public CallOutcome secondFactorPending(PasswordCheck.SecondFactorPending answer) {
          return answered("second_factor");
        }

        @Override
        public CallOutcome accountUnusable(PasswordCheck.AccountUnusable answer) {
          return answered("account_unusable");
        }

        @Override
        public CallOutcome throttled(PasswordCheck.Throttled answer) {
          return new CallOutcome(
              "throttled", Optional.of(Outage.busy("throttled", answer.retryAfter())));
        }

        @Override
        public CallOutcome unavailable(PasswordCheck.Unavailable answer) {
          return unavailableFor(answer.outage());
        }
      };

  static CallOutcome of(Lookup lookup) {
    return lookup.fold(
        user -> answered("found"),
        () -> answered("not_found"),
        matches -> answered("ambiguous"),
        CallOutcome::unavailableFor);
  }

  static CallOutcome of(PasswordCheck check) {
    return check.fold(OF_PASSWORD_CHECK);
  }

  static CallOutcome of(Listing listing) {
    return listing.fold(page -> answered("page"), CallOutcome::unavailableFor);
  }

  static CallOutcome of(ConnectionTest test) {
    return answered(test instanceof ConnectionTest.Works ? "works" : "fails");
  }

  public Optional<String> outageKind() {
    return outage.map(Outage::kind).map(Word::of);
  }

  private static CallOutcome answered(String code) {
    return new CallOutcome(code, Optional.empty());
  }

  private static CallOutcome unavailableFor(Outage outage) {
    return new CallOutcome("unavailable", Optional.of(outage));
  }
}
