package io.keycloakpools.userstorage.directory;

import java.time.Duration;

/** How long a directory may take for an answer. */
public final class TimeLimits {

  /** Keycloak interrupts a look-up after 3 s, and an import follows it. */
  public static final Duration LONGEST_LOOKUP = Duration.ofMillis(2500);

  private TimeLimits() {}

  /** The limit of a look-up when a request may take {@code requestTimeout}. */
  public static Duration lookup(Duration requestTimeout) {
    return requestTimeout.compareTo(LONGEST_LOOKUP) < 0 ? requestTimeout : LONGEST_LOOKUP;
  }
}
