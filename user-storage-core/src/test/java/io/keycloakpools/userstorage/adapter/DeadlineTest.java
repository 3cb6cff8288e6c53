package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

  @Test
  void isWhatIsLeft() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), clock::get);
    assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(10));

    pass(Duration.ofMillis(9_500));
    assertThat(deadline.left()).isEqualTo(Duration.ofMillis(500));
    assertThat(deadline.leftMillis()).isEqualTo(500);
  }

  /** The SDK refuses a time limit that is not positive. */
  @Test
  void thatIsOverIsNeverNegative() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), clock::get);

    pass(Duration.ofSeconds(11));

    assertThat(deadline.left()).isEqualTo(Duration.ofMillis(1));
    assertThat(deadline.leftMillis()).isEqualTo(1);
  }

  @Test
  void withoutAClockGoesByTheMachines() {
    assertThat(Deadline.in(Duration.ofSeconds(-1)).left()).isEqualTo(Duration.ofMillis(1));
    assertThat(Deadline.in(Duration.ofDays(1)).left())
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofDays(1));
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
