package io.keycloakpools.harness.server;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A race in Keycloak 26.7: a request that reads a role or group just cached may end with a {@link
 * NullPointerException}. {@code DefaultLazyLoader.get} drops its loaders after loading, without a
 * lock; and it has no fallback for a role that was deleted meanwhile ({@code CachedRole}). All
 * administrators' roles are in the realm {@code master}, and change with each realm that is made or
 * deleted.
 */
public final class LazyLoaderRace {
  private static final List<String> MESSAGES =
      List.of("because \"this.fallback\" is null", "because \"this.loader\" is null");

  /** Characters of a log: some seconds, when several tests run. */
  private static final int JUST_NOW = 200_000;

  private LazyLoaderRace() {}

  public static boolean justHappened(String log) {
    return in(log.substring(Math.max(0, log.length() - JUST_NOW)));
  }

  /** A role leaves the cache when the request that deletes it has committed. */
  public static void letOthersEnd() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static boolean in(String log) {
    return MESSAGES.stream().anyMatch(log::contains);
  }
}
