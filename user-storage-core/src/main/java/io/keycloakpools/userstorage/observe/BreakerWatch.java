package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.guard.Breaker;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

final class BreakerWatch {

  record Seen(Breaker.State state, Instant since) {

    double value() {
      return switch (state) {
        case CLOSED -> 0;
        case HALF_OPEN -> 1;
        case OPEN -> 2;
      };
    }
  }

  private final Breaker breaker;
  private final AtomicReference<Instant> since;

  private BreakerWatch(Breaker breaker, AtomicReference<Instant> since) {
    this.breaker = breaker;
    this.since = since;
  }

  static BreakerWatch of(Breaker breaker) {
    AtomicReference<Instant> since = new AtomicReference<>(Instant.now());
    breaker.onChange((state, reason) -> since.set(Instant.now()));
    return new BreakerWatch(breaker, since);
  }

  Seen now() {
    return new Seen(breaker.state(), since.get());
  }
}
