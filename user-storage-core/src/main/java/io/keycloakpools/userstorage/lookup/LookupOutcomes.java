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
  Lookup record(Lookup answer) {
    if (answer instanceof Lookup.NotFound) {
      record(Result.NOT_FOUND, Optional.empty());
    } else if (answer instanceof Lookup.Ambiguous) {
      record(Result.AMBIGUOUS, Optional.empty());
    } else if (answer instanceof Lookup.Unavailable unavailable) {
      observer.record(Outcome.unavailable(Step.LOOKUP, unavailable.outage(), Optional.empty()));
    }
    return answer;
  }

  UserImporter.Import record(UserImporter.Import result) {
    if (result instanceof UserImporter.Imported imported) {
      record(
          imported.created() ? Result.IMPORTED : Result.KNOWN,
          Optional.of(imported.user().getId()));
    }
    return result;
  }

  /** Too many unknown names came from one address. */
  void recordNotAsked() {
    record(Result.NOT_ASKED, Optional.empty());
  }

  private void record(Result result, Optional<String> userId) {
    observer.record(Outcome.of(Step.LOOKUP, result, userId));
  }
}
