package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

  @Test
  void isWhatIsLeft() {
    assertThat(Deadline.in(Duration.ofSeconds(10)).left())
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  /** The SDK refuses a time limit that is not positive. */
  @Test
  void thatIsOverIsNeverNegative() {
    assertThat(Deadline.in(Duration.ofSeconds(-1)).left()).isEqualTo(Duration.ofMillis(1));
  }
}
