package io.keycloakpools.userstorage.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A circuit breaker: keeps questions from a directory that is down, so that they are answered at
 * once and do not pile up on it. After {@value #FAILURES} outages in a row of kind {@link
 * Outage.Kind#DOWN} nothing is asked for {@link #PAUSE}; then one question goes through, and what
 * becomes of it decides for the others.
 *
 * <p>Only {@code DOWN} counts. What a stranger can bring about, like an odd answer to an odd name
 * or a limit of requests, shuts the door for nobody else.
 */
public final class Breaker {

  /** Outages in a row that open it. */
  public static final int FAILURES = 5;

  /** How long it stays open before it lets one question try. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  /** States, in the order of the metric's values. */
  public enum State {
    /** Every question goes through. */
    CLOSED,
    /** One question is trying. */
    HALF_OPEN,
    /** No question goes through. */
    OPEN
  }

  /** Longer than any question takes: for one whose answer never came to be known. */
  private static final Duration LONGEST_TRIAL = Duration.ofMinutes(1);

  private final CircuitBreaker breaker;
  private final Duration pause;
  private final AtomicReference<String> lastReason = new AtomicReference<>("");

  /** A closed breaker with the usual pause. */
  public Breaker() {
    this(PAUSE);
  }

  Breaker(Duration pause) {
    this.pause = pause;
    this.breaker =
        CircuitBreaker.of(
            "user-pool",
            CircuitBreakerConfig.custom()
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
   * @param outage what was wrong with an answer
   * @param without the answer that there is none
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

  /** Whether questions go through. An open one whose pause is over is still open until asked. */
  public State state() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> State.OPEN;
      case HALF_OPEN -> State.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
    };
  }

  /**
   * Has somebody told of every change of state.
   *
   * @param listener gets the new state and, in words, the outage that was last
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
