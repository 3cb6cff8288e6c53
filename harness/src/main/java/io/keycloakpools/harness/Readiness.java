package io.keycloakpools.harness;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

public record Readiness(ChildProcess process, Supplier<HttpResponse<String>> check) {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  public enum Result {
    READY,
    DIED,
    TOO_LATE
  }

  public Result await(Duration timeout) {
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
      return check.get().statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
