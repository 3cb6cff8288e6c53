package io.keycloakpools.it;

import java.util.Optional;

/** The required result of a sign-in during a fault. */
public sealed interface FaultOutcome {

  record SignedIn() implements FaultOutcome {}

  record SignedInUnchanged() implements FaultOutcome {}

  /**
   * Asked to try again later; no user is created, changed or counted.
   *
   * @param seconds upper bound of {@code Retry-After}; empty without the header
   */
  record TryLater(Optional<Integer> seconds) implements FaultOutcome {}

  record NotApplicable(String why) implements FaultOutcome {}

  static FaultOutcome tryLater() {
    return new TryLater(Optional.empty());
  }

  static FaultOutcome tryLater(int seconds) {
    return new TryLater(Optional.of(seconds));
  }
}
