package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.TokenBucket;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * Request rate quotas, off until set. Each category has a token bucket of one second's quota;
 * beyond it requests get TooManyRequestsException.
 */
public final class Throttling {
  private final InstantSource clock;
  private final Map<QuotaCategory, TokenBucket> buckets = new EnumMap<>(QuotaCategory.class);

  Throttling(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void limit(QuotaCategory category, double perSecond) {
    buckets.put(category, new TokenBucket(Math.max(perSecond, 1), perSecond, clock.instant()));
  }

  public void awsDefaults() {
    for (QuotaCategory each : QuotaCategory.values()) {
      limit(each, each.defaultPerSecond());
    }
  }

  public synchronized void off() {
    buckets.clear();
  }

  synchronized void admit(CognitoOperation operation) {
    TokenBucket bucket = buckets.get(operation.category());
    if (bucket != null && !bucket.take(clock.instant())) {
      throw new CognitoError("TooManyRequestsException", "Rate exceeded");
    }
  }
}
