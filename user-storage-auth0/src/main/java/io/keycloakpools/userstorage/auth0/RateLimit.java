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

  /** Used if a refusal names no time. */
  private static final Duration UNNAMED = Duration.ofSeconds(1);

  /** Upper bound, whatever the header says. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** A later reset comes from a wrong clock. */
  private static final Duration LONGEST_NAMED = Duration.ofDays(1);

  private final AtomicReference<Instant> open = new AtomicReference<>(Instant.MIN);

  /** Zero if a call is permitted now. */
  Duration wait(Instant now) {
    Instant then = open.get();
    return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
  }

  void learn(Reply.Answer answer, Instant now) {
    boolean refused = answer.status() == Reply.Answer.TOO_MANY_REQUESTS;
    if (refused || "0".equals(answer.headers().get("x-ratelimit-remaining"))) {
      Duration wait = named(answer, now).orElse(refused ? UNNAMED : Duration.ZERO);
      Instant until = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
      open.updateAndGet(before -> before.isAfter(until) ? before : until);
    }
  }

  static Optional<Duration> named(Reply.Answer answer, Instant now) {
    return answer
        .retryAfter(now)
        .or(() -> reset(answer, now))
        .filter(wait -> wait.compareTo(LONGEST_NAMED) <= 0);
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
