package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Optional;

/**
 * How a directory answered, in a word.
 *
 * @param outage what kind, if there was no usable answer
 */
record CallOutcome(String code, Optional<String> outage) {

  /** Words for the cases of {@link Lookup}. */
  static CallOutcome of(Lookup lookup) {
    if (lookup instanceof Lookup.Found) {
      return answered("found");
    }
    if (lookup instanceof Lookup.NotFound) {
      return answered("not_found");
    }
    if (lookup instanceof Lookup.Ambiguous) {
      return answered("ambiguous");
    }
    return unavailable(((Lookup.Unavailable) lookup).outage());
  }

  /** Words for the cases of {@link PasswordCheck}. */
  static CallOutcome of(PasswordCheck check) {
    if (check instanceof PasswordCheck.Accepted) {
      return answered("accepted");
    }
    if (check instanceof PasswordCheck.AcceptedUnseen) {
      return answered("accepted_unseen");
    }
    if (check instanceof PasswordCheck.Rejected) {
      return answered("rejected");
    }
    if (check instanceof PasswordCheck.TemporaryPassword) {
      return answered("temporary_password");
    }
    if (check instanceof PasswordCheck.SecondFactorPending) {
      return answered("second_factor");
    }
    if (check instanceof PasswordCheck.AccountUnusable) {
      return answered("account_unusable");
    }
    if (check instanceof PasswordCheck.Throttled) {
      return new CallOutcome("throttled", Optional.of(Words.code(Outage.Kind.BUSY)));
    }
    return unavailable(((PasswordCheck.Unavailable) check).outage());
  }

  /** Words for the cases of {@link Listing}. */
  static CallOutcome of(Listing listing) {
    return listing instanceof Listing.Unavailable unavailable
        ? unavailable(unavailable.outage())
        : answered("page");
  }

  /** Words for the cases of {@link ConnectionTest}. */
  static CallOutcome of(ConnectionTest test) {
    return answered(test instanceof ConnectionTest.Works ? "works" : "fails");
  }

  private static CallOutcome answered(String code) {
    return new CallOutcome(code, Optional.empty());
  }

  private static CallOutcome unavailable(Outage outage) {
    return new CallOutcome("unavailable", Optional.of(Words.code(outage.kind())));
  }
}
