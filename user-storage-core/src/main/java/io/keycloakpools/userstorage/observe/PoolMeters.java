package io.keycloakpools.userstorage.observe;

import io.keycloakpools.common.Word;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.guard.CallOutcome;
import io.keycloakpools.userstorage.guard.Guard;
import io.keycloakpools.userstorage.guard.Question;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Meters survive a change of settings and are removed with the pool. */
final class PoolMeters implements Guard, AutoCloseable {

  static final String OUTCOMES = "keycloak.user.pool.outcomes";
  static final String CALLS = "keycloak.user.pool.directory.calls";

  /** Every series of a Prometheus metric has the same tags, even without a value. */
  static final String NONE = "none";

  static final String BREAKER = "keycloak.user.pool.breaker.state";

  private static final List<String> CLASHES = List.of("username", "email");
  private static final List<Result> SIGN_INS =
      List.of(Result.LINKED, Result.MIGRATED, Result.UNCHANGED, Result.REJECTED);

  /** From a fast answer to one that Keycloak no longer waits for. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final Tags tags;
  private final Set<Meter.Id> own = ConcurrentHashMap.newKeySet();
  private boolean closed;

  PoolMeters(MeterRegistry registry, ObservedPool pool) {
    this.registry = registry;
    this.tags = Tags.of("realm", pool.realm(), "pool", pool.name(), "pool_id", pool.id());
  }

  /**
   * Uses Keycloak's own registry ({@code PasswordCredentialProviderFactory}), or an empty one if
   * the server shows no metrics.
   */
  static PoolMeters of(ObservedPool pool, boolean shown) {
    return new PoolMeters(shown ? Metrics.globalRegistry : new CompositeMeterRegistry(), pool);
  }

  void count(Outcome outcome) {
    outcomes(outcome.step(), outcome.result(), outcome.reason().orElse(NONE), Counter::increment);
  }

  /**
   * Prometheus sees an increase only from a value that it has read (its instrumentation practices,
   * "Avoid missing metrics").
   */
  void countFromZero() {
    for (Step step : Step.values()) {
      for (Outage.Kind kind : Outage.Kind.values()) {
        outcomes(step, Result.UNAVAILABLE, Word.of(kind), zero -> {});
      }
    }
    CLASHES.forEach(field -> outcomes(Step.LOOKUP, Result.CLASH, field, zero -> {}));
    SIGN_INS.forEach(result -> outcomes(Step.SIGN_IN, result, NONE, zero -> {}));
    outcomes(Step.PASSWORD_SET, Result.MIGRATED, NONE, zero -> {});
  }

  private void outcomes(Step step, Result result, String reason, Consumer<Counter> use) {
    Tags all = tags.and("step", step.code(), "outcome", result.code(), "reason", reason);
    registered(
        () ->
            Counter.builder(OUTCOMES)
                .description("Look-ups, sign-ins and new passwords, by what came of them")
                .tags(all)
                .register(registry),
        use);
  }

  @Override
  public <A> A around(Question<A> question, Supplier<A> next) {
    long start = System.nanoTime();
    A answer = next.get();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    CallOutcome came = question.outcome(answer);
    Tags all =
        tags.and(
            "call", question.code(),
            "outcome", came.code(),
            "outage", came.outageKind().orElse(NONE));
    registered(
        () ->
            Timer.builder(CALLS)
                .description("Time that the directory took for an answer")
                .serviceLevelObjectives(BUCKETS)
                .tags(all)
                .register(registry),
        timer -> timer.record(elapsed));
    return answer;
  }

  <T> void breaker(String guards, T state, ToDoubleFunction<T> value) {
    registered(
        () ->
            Gauge.builder(BREAKER, state, value)
                .description("0: asked, 1: one question tries, 2: not asked")
                .tags(tags.and("guards", guards))
                .register(registry),
        gauge -> {});
  }

  /** A late call must not register meters of a removed pool. */
  private synchronized <M extends Meter> void registered(Supplier<M> meter, Consumer<M> use) {
    if (closed) {
      return;
    }
    M present = meter.get();
    own.add(present.getId());
    use.accept(present);
  }

  @Override
  public synchronized void close() {
    closed = true;
    own.forEach(registry::remove);
    own.clear();
  }
}
