package io.keycloakpools.it.cognito;

import java.time.Instant;
import java.time.InstantSource;

/** A simulator's clock that a test can hold: on a busy machine a short lock expires. */
final class HeldClock implements InstantSource {

  private volatile Instant held;

  @Override
  public Instant instant() {
    Instant still = held;
    return still == null ? Instant.now() : still;
  }

  void hold() {
    held = Instant.now();
  }
}
