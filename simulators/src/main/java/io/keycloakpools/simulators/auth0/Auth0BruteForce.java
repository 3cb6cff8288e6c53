package io.keycloakpools.simulators.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Brute-force protection: 10 wrong passwords in a row, unless configured otherwise, block a user
 * for an IP address for 30 days ("Brute-Force Protection"). On from the start.
 */
public final class Auth0BruteForce {
  private static final Duration BLOCK = Duration.ofDays(30);

  private record Key(String userId, String ip) {}

  private record Failures(int count, Instant last) {}

  private final InstantSource clock;
  private final Map<Key, Failures> failures = new HashMap<>();
  private int threshold = Undocumented.BRUTE_FORCE_ATTEMPTS;

  Auth0BruteForce(InstantSource clock) {
    this.clock = clock;
  }

  /** Sets "Maximum Attempts" and switches protection on. */
  public synchronized void attempts(int value) {
    threshold = value;
  }

  public synchronized void off() {
    threshold = Integer.MAX_VALUE;
    failures.clear();
  }

  public synchronized void unblock(String userId) {
    failures.keySet().removeIf(key -> key.userId().equals(userId));
  }

  synchronized boolean isBlocked(String userId, String ip) {
    Failures known = failures.get(new Key(userId, ip));
    if (known == null || known.count() < threshold) {
      return false;
    }
    if (!clock.instant().isBefore(known.last().plus(BLOCK))) {
      failures.remove(new Key(userId, ip));
      return false;
    }
    return true;
  }

  synchronized void failed(String userId, String ip) {
    Failures known = failures.get(new Key(userId, ip));
    int count = known == null ? 1 : known.count() + 1;
    failures.put(new Key(userId, ip), new Failures(count, clock.instant()));
  }

  synchronized void succeeded(String userId, String ip) {
    failures.remove(new Key(userId, ip));
  }
}
