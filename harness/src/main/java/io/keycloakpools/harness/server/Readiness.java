package io.keycloakpools.harness.server;

import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.JsonHttp;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Waits until a server is ready, has died, or took too long. */
record Readiness(URI managementUrl, ChildProcess process) {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** How waiting ended. */
  enum Result {
    READY,
    DIED,
    TOO_LATE
  }

  Result await(Duration timeout) {
    Instant deadline = Instant.now().plus(timeout);
    while (Instant.now().isBefore(deadline)) {
      if (ready()) {
        return Result.READY;
      }
      if (process.endsWithin(INTERVAL)) {
        return Result.DIED;
      }
    }
    return Result.TOO_LATE;
  }

  private boolean ready() {
    try {
      URI health = URI.create(managementUrl + "/health/ready");
      return JsonHttp.text(JsonHttp.request(health).timeout(Duration.ofSeconds(5)).build())
              .statusCode()
          == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
