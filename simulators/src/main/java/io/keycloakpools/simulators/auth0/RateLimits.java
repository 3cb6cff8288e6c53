package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.TokenBucket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rate limits, off until set ("Rate Limit Policy"). Each is a token bucket. */
public final class RateLimits {
  private static final int PER_USER = 5;
  private static final int UNLIMITED = 50;

  private record Limit(double burst, double perSecond) {}

  record Standing(boolean admitted, int limit, int left, Instant reset) {
    Map<String, String> headers() {
      return Map.of(
          "x-ratelimit-limit", Integer.toString(limit),
          "x-ratelimit-remaining", Integer.toString(left),
          "x-ratelimit-reset", Long.toString(reset.getEpochSecond()));
    }
  }

  private final InstantSource clock;
  private final Map<String, TokenBucket> buckets = new HashMap<>();
  private Optional<Limit> management = Optional.empty();
  private Optional<Limit> passwords = Optional.empty();
  private Optional<Limit> perUser = Optional.empty();

  RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void management(int burst, double perSecond) {
    management = Optional.of(new Limit(burst, perSecond));
    buckets.clear();
  }

  /**
   * Limits password grants of a user from an IP address. The bucket refills at half that rate: with
   * Auth0, 20 a minute become 10 once they are used up.
   */
  public synchronized void passwordChecks(int perMinute) {
    passwords = Optional.of(new Limit(perMinute, perMinute / 120.0));
    buckets.clear();
  }

  /** The free plan: 2 requests a second. */
  public void auth0FreeTier() {
    plan(2, 2);
  }

  /** An enterprise plan: 50 requests at once, 16 a second. */
  public void auth0Enterprise() {
    plan(50, 16);
  }

  public synchronized void off() {
    management = Optional.empty();
    passwords = Optional.empty();
    perUser = Optional.empty();
    buckets.clear();
  }

  private synchronized void plan(int burst, double perSecond) {
    management(burst, perSecond);
    passwordChecks(20);
    perUser = Optional.of(new Limit(PER_USER, PER_USER / 60.0));
  }

  synchronized Standing management() {
    Instant now = clock.instant();
    if (management.isEmpty()) {
      return new Standing(true, UNLIMITED, UNLIMITED - 1, now.plusSeconds(1));
    }
    TokenBucket bucket = bucket("management", management.get(), now);
    boolean admitted = bucket.take(now);
    int left = bucket.left(now);
    Instant reset = bucket.next(now).plusMillis(999);
    return new Standing(admitted, (int) management.get().burst(), left, reset);
  }

  synchronized boolean admitsPassword(String connection, String username, String ip) {
    return admits(passwords, "password\n" + connection + "\n" + username + "\n" + ip);
  }

  synchronized boolean admits(Auth0Operation operation, String userId) {
    return admits(perUser, operation + "\n" + userId);
  }

  private boolean admits(Optional<Limit> limit, String key) {
    Instant now = clock.instant();
    return limit.isEmpty() || bucket(key, limit.get(), now).take(now);
  }

  private TokenBucket bucket(String key, Limit limit, Instant now) {
    return buckets.computeIfAbsent(
        key, any -> new TokenBucket(limit.burst(), limit.perSecond(), now));
  }
}
