package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the Management API may be called again, shared by all calls of a pool ("Rate Limit Policy",
 * Auth0 docs). {@code x-ratelimit-reset} is in UNIX seconds.
 */
final class RateLimit {

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);

  private static final Duration MAX_WAIT = Duration.ofMinutes(1);

  /** A later reset comes from a wrong clock. */
  private static final Duration MAX_PLAUSIBLE_WAIT = Duration.ofDays(1);

  private final AtomicReference<Instant> nextCall = new AtomicReference<>(Instant.MIN);

  Duration wait(Instant now) {
    Instant then = nextCall.get();
    return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
  }

  void record(Reply.Answer answer, Instant now) {
    boolean refused = answer.status() == Reply.Answer.TOO_MANY_REQUESTS;
    if (refused || "0".equals(answer.headers().get("x-ratelimit-remaining"))) {
      Duration wait = retryAfter(answer, now).orElse(refused ? DEFAULT_WAIT : Duration.ZERO);
      Instant until = now.plus(wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait);
      nextCall.updateAndGet(before -> before.isAfter(until) ? before : until);
    }
  }

  static Optional<Duration> retryAfter(Reply.Answer answer, Instant now) {
    return answer
        .retryAfter(now)
        .or(() -> reset(answer, now))
        .filter(wait -> wait.compareTo(MAX_PLAUSIBLE_WAIT) <= 0);
  }

  private static Optional<Duration> reset(Reply.Answer answer, Instant now) {
    try {
      long seconds = Long.parseLong(answer.headers().getOrDefault("x-ratelimit-reset", ""));
      Duration wait = Duration.between(now, Instant.ofEpochSecond(seconds));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
