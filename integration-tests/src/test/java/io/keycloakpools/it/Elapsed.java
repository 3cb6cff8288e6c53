package io.keycloakpools.it;

import java.time.Duration;
import java.time.Instant;

/**
 * Time since an instant, for what a server does again after a while: on a busy machine a test takes
 * longer than that while, and the server may have done it so many times more.
 */
record Elapsed(Instant since) {

  static Elapsed sinceNow() {
    return new Elapsed(Instant.now());
  }

  /** How many whole times that long; an upper bound for what happens once in it. */
  int times(Duration each) {
    return (int) Duration.between(since, Instant.now()).dividedBy(each);
  }
}
