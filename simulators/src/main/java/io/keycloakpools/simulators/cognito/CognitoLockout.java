package io.keycloakpools.simulators.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * From the fifth on, n failures lock for 2^(n-5) seconds, up to 15 minutes; a success or 15 quiet
 * minutes start over ("Lockout behavior for failed sign-in attempts", Amazon Cognito Developer
 * Guide).
 */
final class CognitoLockout {
  private static final int TOLERATED = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private record Attempts(int failures, Instant lockedUntil, Instant last) {}

  private final InstantSource clock;
  private final Map<String, Attempts> attempts = new HashMap<>();

  CognitoLockout(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean isLocked(String sub) {
    Attempts known = attempts.get(sub);
    if (known == null) {
      return false;
    }
    Instant now = clock.instant();
    if (!now.isBefore(known.last().plus(LONGEST))) {
      attempts.remove(sub);
      return false;
    }
    attempts.put(sub, new Attempts(known.failures(), known.lockedUntil(), now));
    return now.isBefore(known.lockedUntil());
  }

  synchronized void failed(String sub) {
    Instant now = clock.instant();
    Attempts known = attempts.get(sub);
    int failures = known == null ? 1 : known.failures() + 1;
    Instant until = failures < TOLERATED ? now : now.plus(lockAfter(failures));
    attempts.put(sub, new Attempts(failures, until, now));
  }

  synchronized void succeeded(String sub) {
    attempts.remove(sub);
  }

  private static Duration lockAfter(int failures) {
    Duration lock = Duration.ofSeconds(1L << Math.min(failures - TOLERATED, 10));
    return lock.compareTo(LONGEST) < 0 ? lock : LONGEST;
  }
}
