package io.keycloakpools.simulators.cognito;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * Request rate quotas, off until asked for. Each category has a token bucket that holds one second
 * of its quota; beyond it requests get TooManyRequestsException.
 */
public final class Throttling {
  private static final class Bucket {
    private final double perSecond;
    private double tokens;
    private Instant filled;

    Bucket(double perSecond, Instant now) {
      this.perSecond = perSecond;
      this.tokens = Math.max(perSecond, 1);
      this.filled = now;
    }

    boolean take(Instant now) {
      double seconds = Math.max(now.toEpochMilli() - filled.toEpochMilli(), 0) / 1000.0;
      tokens = Math.min(Math.max(perSecond, 1), tokens + seconds * perSecond);
      filled = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }

  private final InstantSource clock;
  private final Map<QuotaCategory, Bucket> buckets = new EnumMap<>(QuotaCategory.class);

  Throttling(InstantSource clock) {
    this.clock = clock;
  }

  /** Allows that many requests per second in a category. */
  public synchronized void limit(QuotaCategory category, double perSecond) {
    buckets.put(category, new Bucket(perSecond, clock.instant()));
  }

  /** Applies the default quotas of an AWS account to all categories. */
  public void awsDefaults() {
    for (QuotaCategory each : QuotaCategory.values()) {
      limit(each, each.defaultPerSecond());
    }
  }

  /** Removes all quotas. */
  public synchronized void off() {
    buckets.clear();
  }

  synchronized void admit(Operation operation) {
    Bucket bucket = buckets.get(operation.category());
    if (bucket != null && !bucket.take(clock.instant())) {
      throw new CognitoError("TooManyRequestsException", "Rate exceeded");
    }
  }
}
