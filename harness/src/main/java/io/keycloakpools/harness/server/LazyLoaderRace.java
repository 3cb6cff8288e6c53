package io.keycloakpools.harness.server;

import java.util.List;

/**
 * A fault of Keycloak 26.7 that has nothing to do with who asks: of two requests that look into a
 * role or group which has just come into the cache, one may end with a {@link
 * NullPointerException}. {@code DefaultLazyLoader.get} forgets its loaders when it has loaded,
 * without a lock. Every administrator's roles are in the realm {@code master}, and change with each
 * realm that is made or deleted.
 */
public final class LazyLoaderRace {
  private static final List<String> MESSAGES =
      List.of("because \"this.fallback\" is null", "because \"this.loader\" is null");

  /** Characters of a log: some seconds, when several tests run. */
  private static final int JUST_NOW = 200_000;

  private LazyLoaderRace() {}

  /** Whether the end of a log tells of it. */
  public static boolean justHappened(String log) {
    return in(log.substring(Math.max(0, log.length() - JUST_NOW)));
  }

  /** Whether a piece of a log tells of it. */
  public static boolean in(String log) {
    return MESSAGES.stream().anyMatch(log::contains);
  }
}
