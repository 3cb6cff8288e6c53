package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void whatADirectoryWroteIsOneLineOfTheLog() {
    assertThat(Outage.refused("HTTP 400 a\r\nb\u0000c\u001Bd\u0085e\u2028f").reason())
        .isEqualTo("HTTP 400 a b c d e f");
  }

  @Test
  void aLongReasonIsCut() {
    assertThat(Outage.down("x".repeat(100_000)).reason()).hasSize(300);
  }

  /** A proxy may send {@code Retry-After} with the year 9999. */
  @Test
  void nobodyIsToldToWaitForMoreThanADay() {
    assertThat(wait(Duration.ofSeconds(Integer.MAX_VALUE))).contains(Duration.ofDays(1));
    assertThat(wait(Duration.ofSeconds(30))).contains(Duration.ofSeconds(30));
  }

  private static Optional<Duration> wait(Duration told) {
    return Outage.busy("HTTP 429", Optional.of(told)).retryAfter();
  }
}
