package io.keycloakpools.it;

import java.time.Duration;
import java.time.Instant;

/**
 * Time since an instant, for periodic actions of a server: on a busy machine a test may take
 * several periods.
 */
record Elapsed(Instant since) {

  static Elapsed sinceNow() {
    return new Elapsed(Instant.now());
  }

  /** Upper bound for the number of periods. */
  int times(Duration each) {
    return (int) Duration.between(since, Instant.now()).dividedBy(each);
  }
}
