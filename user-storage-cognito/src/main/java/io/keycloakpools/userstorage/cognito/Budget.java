package io.keycloakpools.userstorage.cognito;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * The time that is left for one look-up or password check, however many calls it takes.
 *
 * @param deadline on the clock of {@link System#nanoTime()}
 */
record Budget(long deadline) {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  static Budget of(Duration time) {
    return new Budget(System.nanoTime() + time.toNanos());
  }

  Duration left() {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  /** Ends a call when the time is over. */
  Consumer<AwsRequestOverrideConfiguration.Builder> limit() {
    return configuration -> configuration.apiCallTimeout(left());
  }
}
