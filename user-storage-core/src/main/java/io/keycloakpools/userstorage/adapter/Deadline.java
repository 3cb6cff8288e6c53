package io.keycloakpools.userstorage.adapter;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When one look-up or password check must be over, however many calls it takes.
 *
 * @param nanoTime on that clock
 * @param clock counts nanoseconds, as {@link System#nanoTime()} does
 */
public record Deadline(long nanoTime, LongSupplier clock) {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** The moment that lies so far ahead. */
  public static Deadline in(Duration time) {
    return in(time, System::nanoTime);
  }

  /** The same on another clock. */
  static Deadline in(Duration time, LongSupplier clock) {
    return new Deadline(clock.getAsLong() + time.toNanos(), clock);
  }

  /**
   * What is left of the time; at least a millisecond, because most clients take 0 for "forever".
   */
  public Duration left() {
    Duration left = Duration.ofNanos(nanoTime - clock.getAsLong());
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  /** {@link #left()} in whole milliseconds, for clients that take an {@code int}. */
  public int leftMillis() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left().toMillis()));
  }
}
