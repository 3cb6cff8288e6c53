package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the Management API may be asked again ("Rate Limit Policy", Auth0 docs): the headers {@code
 * x-ratelimit-remaining} and {@code x-ratelimit-reset} (UNIX seconds), and {@code Retry-After}. One
 * limit serves all calls of a pool, so that one refusal spares the others.
 */
final class RateLimit {

  /** Where a refusal names no time. */
  private static final Duration UNNAMED = Duration.ofSeconds(1);

  /** No header keeps a pool silent for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** A reset that lies further ahead is told by a wrong clock. */
  private static final Duration LONGEST_NAMED = Duration.ofDays(1);

  private final AtomicReference<Instant> open = new AtomicReference<>(Instant.MIN);

  /** How long to wait before the next call; zero when it may be made now. */
  Duration wait(Instant now) {
    Instant then = open.get();
    return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
  }

  /** Takes note of what an answer says. */
  void learn(Reply.Answer answer, Instant now) {
    boolean refused = answer.status() == Reply.Answer.TOO_MANY_REQUESTS;
    if (refused || "0".equals(answer.headers().get("x-ratelimit-remaining"))) {
      Duration wait = named(answer, now).orElse(refused ? UNNAMED : Duration.ZERO);
      Instant until = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
      open.updateAndGet(before -> before.isAfter(until) ? before : until);
    }
  }

  /** How long to wait, by the headers of an answer. */
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
