package io.keycloakpools.it.cognito;

import java.time.Instant;
import java.time.InstantSource;

/** The time of a simulator, which a test can hold: on a busy machine a short lock passes. */
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
