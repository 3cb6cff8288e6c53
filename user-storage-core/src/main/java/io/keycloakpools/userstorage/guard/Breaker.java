package io.keycloakpools.userstorage.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A circuit breaker. After {@value #FAILURES} consecutive outages of kind {@link Outage.Kind#DOWN},
 * it answers questions at once for {@link #PAUSE}, so that they do not pile up; then one trial
 * decides.
 *
 * <p>Other outages do not count: strangers can cause them by odd names or many requests, and must
 * not lock out others.
 */
public final class Breaker {

  public static final int FAILURES = 5;

  public static final Duration PAUSE = Duration.ofSeconds(5);

  /** In the order of the metric's values. */
  public enum State {
    CLOSED,
    /** One question is tried. */
    HALF_OPEN,
    OPEN
  }

  /** Longer than any question takes, for a trial whose answer never arrives. */
  private static final Duration LONGEST_TRIAL = Duration.ofMinutes(1);

  private final CircuitBreaker breaker;
  private final Duration pause;
  private final AtomicReference<String> lastReason = new AtomicReference<>("");

  public Breaker() {
    this(PAUSE, Clock.systemUTC());
  }

  Breaker(Duration pause, Clock clock) {
    this.pause = pause;
    this.breaker =
        CircuitBreaker.of(
            "user-pool",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(LONGEST_TRIAL)
                .recordResult(Breaker::isDown)
                .build());
  }

  /**
   * Asks, or answers at once that the directory is down.
   *
   * @param question must not throw
   */
  public <T> T ask(
      Supplier<T> question, Function<T, Optional<Outage>> outage, Function<Outage, T> without) {
    if (!breaker.tryAcquirePermission()) {
      return without.apply(
          new Outage(
              Outage.Kind.DOWN, "not asked, because of: " + lastReason.get(), Optional.of(pause)));
    }
    long start = System.nanoTime();
    Optional<Outage> trouble = Optional.of(Outage.refused("the question failed"));
    try {
      T answer = question.get();
      trouble = outage.apply(answer);
      return answer;
    } finally {
      trouble.filter(Breaker::isDown).ifPresent(down -> lastReason.set(down.reason()));
      breaker.onResult(System.nanoTime() - start, TimeUnit.NANOSECONDS, trouble.orElse(null));
    }
  }

  /** An open breaker stays open after its pause until the next question. */
  public State state() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> State.OPEN;
      case HALF_OPEN -> State.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
    };
  }

  /**
   * Registers a listener for state changes.
   *
   * @param listener receives the new state and the last outage's reason
   */
  public void onChange(BiConsumer<State, String> listener) {
    breaker
        .getEventPublisher()
        .onStateTransition(change -> listener.accept(state(), lastReason.get()));
  }

  private static boolean isDown(Object trouble) {
    return trouble instanceof Outage outage && outage.kind() == Outage.Kind.DOWN;
  }
}
