package io.keycloakpools.userstorage.adapter;

import java.time.Duration;

/**
 * When one look-up or password check must be over, however many calls it takes.
 *
 * @param nanoTime on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** The moment that lies so far ahead. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * What is left of the time; at least a millisecond, because most clients take 0 for "forever".
   */
  public Duration left() {
    Duration left = Duration.ofNanos(nanoTime - System.nanoTime());
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  /** {@link #left()} in whole milliseconds, for clients that take an {@code int}. */
  public int leftMillis() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left().toMillis()));
  }
}
