package io.keycloakpools.it;

import java.util.Optional;

/** What a sign-in during a fault must come to. */
public sealed interface FaultOutcome {

  /** Signed in, with what the directory knows now. */
  record SignedIn() implements FaultOutcome {}

  /** Signed in, with what the last sign-in brought. */
  record SignedInUnchanged() implements FaultOutcome {}

  /**
   * Asked to try again later; nobody is created, changed or counted.
   *
   * @param seconds most that {@code Retry-After} may name; empty where there is no such header
   */
  record TryLater(Optional<Integer> seconds) implements FaultOutcome {}

  /** There is no such cell. */
  record NotApplicable(String why) implements FaultOutcome {}

  static FaultOutcome tryLater() {
    return new TryLater(Optional.empty());
  }

  static FaultOutcome tryLater(int seconds) {
    return new TryLater(Optional.of(seconds));
  }
}
