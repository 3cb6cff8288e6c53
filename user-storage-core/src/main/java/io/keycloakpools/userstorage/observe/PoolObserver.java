package io.keycloakpools.userstorage.observe;

import io.keycloakpools.common.Word;
import io.keycloakpools.userstorage.guard.Breakers;
import io.keycloakpools.userstorage.guard.Guard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.tracing.TracingProvider;

/** Outlives a change of settings, which opens another directory. */
public final class PoolObserver implements AutoCloseable {

  /** {@code state} is {@code closed}, {@code half_open} or {@code open}. */
  public record BreakerView(String state, Instant since) {}

  private record Watched(BreakerWatch lookups, BreakerWatch passwords) {}

  private final ObservedPool pool;
  private final PoolMeters meters;
  private final LastOutcomes last = new LastOutcomes();
  private final Instant since = Instant.now();
  private final AtomicReference<Watched> watched = new AtomicReference<>();

  PoolObserver(PoolMeters meters, ObservedPool pool) {
    this.meters = meters;
    this.pool = pool;
  }

  public void record(Outcome outcome) {
    meters.count(outcome);
    if (outcome.result().remembered()) {
      last.add(outcome);
    }
  }

  public Guard clock() {
    return meters;
  }

  /** Creates spans within one request. */
  public Guard spans(TracingProvider tracing) {
    return new CallSpans(tracing, pool);
  }

  public void watch(Breakers breakers) {
    Watched before =
        watched.getAndSet(
            new Watched(
                BreakerWatch.of(breakers.lookups()), BreakerWatch.of(breakers.passwords())));
    if (before == null) {
      meters.countFromZero();
      meters.breaker("lookups", watched, now -> now.get().lookups().now().value());
      meters.breaker("passwords", watched, now -> now.get().passwords().now().value());
    }
  }

  public List<Outcome> lastOutcomes() {
    return last.all();
  }

  public Instant since() {
    return since;
  }

  /** Empty until the directory is opened on this node. */
  public Map<String, BreakerView> breakers() {
    Watched now = watched.get();
    return now == null
        ? Map.of()
        : Map.of("lookups", view(now.lookups()), "passwords", view(now.passwords()));
  }

  @Override
  public void close() {
    meters.close();
  }

  ObservedPool pool() {
    return pool;
  }

  private static BreakerView view(BreakerWatch watch) {
    BreakerWatch.Seen seen = watch.now();
    return new BreakerView(Word.of(seen.state()), seen.since());
  }
}
