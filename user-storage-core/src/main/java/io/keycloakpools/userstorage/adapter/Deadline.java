package io.keycloakpools.userstorage.adapter;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * End of a look-up or password check with all its calls.
 *
 * @param nanoTime reading of {@code clock}
 * @param clock counts nanoseconds like {@link System#nanoTime()}
 */
public record Deadline(long nanoTime, LongSupplier clock) {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  public static Deadline in(Duration time) {
    return in(time, System::nanoTime);
  }

  static Deadline in(Duration time, LongSupplier clock) {
    return new Deadline(clock.getAsLong() + time.toNanos(), clock);
  }

  /** Remaining time; at least 1 ms, because most clients treat 0 as unlimited. */
  public Duration left() {
    Duration left = Duration.ofNanos(nanoTime - clock.getAsLong());
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  /** Remaining milliseconds, for clients that take an {@code int}. */
  public int leftMillis() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left().toMillis()));
  }
}
