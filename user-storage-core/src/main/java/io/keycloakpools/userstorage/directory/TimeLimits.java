package io.keycloakpools.userstorage.directory;

import java.time.Duration;

public final class TimeLimits {

  /** Keycloak interrupts a look-up after 3 s; an import must still follow. */
  public static final Duration LONGEST_LOOKUP = Duration.ofMillis(2500);

  private TimeLimits() {}

  /** Caps {@code requestTimeout} for a look-up. */
  public static Duration lookup(Duration requestTimeout) {
    return requestTimeout.compareTo(LONGEST_LOOKUP) < 0 ? requestTimeout : LONGEST_LOOKUP;
  }
}
