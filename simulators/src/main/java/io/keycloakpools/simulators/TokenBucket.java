package io.keycloakpools.simulators;

import java.time.Duration;
import java.time.Instant;

/** A token bucket: full at first, refilled at a steady rate. Not thread-safe. */
public final class TokenBucket {
  private final double capacity;
  private final double perSecond;
  private double tokens;
  private Instant filled;

  public TokenBucket(double capacity, double perSecond, Instant now) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.tokens = capacity;
    this.filled = now;
  }

  public boolean take(Instant now) {
    refill(now);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  public int left(Instant now) {
    refill(now);
    return (int) tokens;
  }

  /** Returns when the next token is due, not before now. */
  public Instant next(Instant now) {
    refill(now);
    double missing = Math.max(1 - tokens, 0) / perSecond;
    return now.plus(Duration.ofMillis((long) Math.ceil(missing * 1000)));
  }

  private void refill(Instant now) {
    double seconds = Math.max(Duration.between(filled, now).toMillis(), 0) / 1000.0;
    tokens = Math.min(capacity, tokens + seconds * perSecond);
    filled = now;
  }
}
