package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.answer.Refusals;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.observe.Outcome;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.observe.Step;
import io.keycloakpools.userstorage.users.UserImporter;
import java.util.Optional;

/** Reports look-ups to a pool's observer; {@link Refusals} reports clashes. */
record LookupOutcomes(PoolObserver observer) {

  /** A user who was found is reported after the import. */
  Lookup seen(Lookup answer) {
    if (answer instanceof Lookup.NotFound) {
      saw(Result.NOT_FOUND, Optional.empty());
    } else if (answer instanceof Lookup.Ambiguous) {
      saw(Result.AMBIGUOUS, Optional.empty());
    } else if (answer instanceof Lookup.Unavailable unavailable) {
      observer.saw(Outcome.unavailable(Step.LOOKUP, unavailable.outage(), Optional.empty()));
    }
    return answer;
  }

  UserImporter.Import seen(UserImporter.Import result) {
    if (result instanceof UserImporter.Imported imported) {
      saw(
          imported.created() ? Result.IMPORTED : Result.KNOWN,
          Optional.of(imported.user().getId()));
    }
    return result;
  }

  /** Too many unknown names came from one address. */
  void notAsked() {
    saw(Result.NOT_ASKED, Optional.empty());
  }

  private void saw(Result result, Optional<String> userId) {
    observer.saw(Outcome.of(Step.LOOKUP, result, userId));
  }
}
