package io.keycloakpools.userstorage.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.userstorage.directory.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {

  private static final Outage DOWN = Outage.down("no route");
  private static final Duration PAUSE = Duration.ofSeconds(7);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final List<String> changes = new ArrayList<>();
  private int asked;

  @Nested
  class Closed {

    private final Breaker breaker = breaker();

    @Test
    void asksAndHandsTheAnswerOn() {
      assertThat(ask(breaker, null)).isEqualTo("answer");
      assertThat(ask(breaker, DOWN)).isEqualTo("no route");
      assertThat(asked).isEqualTo(2);
    }

    @Test
    void opensAfterFiveOutagesInARow() {
      for (int i = 1; i < Breaker.FAILURES; i++) {
        ask(breaker, DOWN);
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
      }
      ask(breaker, DOWN);
      assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void staysClosedWhenOneOfFiveGoesWell() {
      for (int i = 0; i < 50; i++) {
        ask(breaker, i % Breaker.FAILURES == 0 ? null : DOWN);
      }
      assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
      assertThat(asked).isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource(names = "DOWN", mode = EnumSource.Mode.EXCLUDE)
    void takesNoNoteOfWhatAStrangerCanBringAbout(Outage.Kind kind) {
      for (int i = 0; i < 50; i++) {
        ask(breaker, new Outage(kind, "odd", Optional.empty()));
      }
      assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
      assertThat(asked).isEqualTo(50);
    }

    @Test
    void takesNoNoteOfAQuestionThatFails() {
      for (int i = 0; i < 50; i++) {
        assertThatThrownBy(() -> breaker.ask(BreakerTest::fail, none -> null, Outage::reason))
            .isInstanceOf(IllegalStateException.class);
      }
      assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }
  }

  @Nested
  class Open {

    @Test
    void asksNothingAndSaysWhyAndForHowLong() {
      Breaker breaker = opened();
      pass(PAUSE.minusMillis(1));
      asked = 0;

      Outage outage = breaker.ask(this::never, none -> Optional.empty(), without -> without);
      assertThat(asked).isZero();
      assertThat(outage)
          .isEqualTo(
              new Outage(
                  Outage.Kind.DOWN,
                  "not asked, because of: no route",
                  Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void closesAfterItsPauseWhenOneQuestionGoesWell() {
      Breaker breaker = openedOnTrial();

      assertThat(ask(breaker, null)).isEqualTo("answer");
      assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
      assertThat(ask(breaker, null)).isEqualTo("answer");
    }

    @Test
    void staysOpenAfterItsPauseWhenTheOneQuestionDoesNot() {
      Breaker breaker = openedOnTrial();

      assertThat(ask(breaker, DOWN)).isEqualTo("no route");
      assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @ParameterizedTest
    @EnumSource(names = "DOWN", mode = EnumSource.Mode.EXCLUDE)
    void closesWhenTheDirectoryIsThereWhateverItSays(Outage.Kind kind) {
      Breaker breaker = openedOnTrial();

      ask(breaker, new Outage(kind, "odd", Optional.empty()));
      assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void letsOneQuestionTryAtATime()
        throws InterruptedException, ExecutionException, TimeoutException {
      Breaker breaker = openedOnTrial();
      CountDownLatch answered = new CountDownLatch(1);
      CountDownLatch trying = new CountDownLatch(1);
      CompletableFuture<String> trial =
          CompletableFuture.supplyAsync(
              () ->
                  breaker.ask(
                      () -> {
                        trying.countDown();
                        return awaited(answered);
                      },
                      none -> Optional.empty(),
                      Outage::reason));
      assertThat(trying.await(1, TimeUnit.MINUTES)).isTrue();
      asked = 0;

      for (int i = 0; i < 20; i++) {
        assertThat(ask(breaker, null)).startsWith("not asked");
      }
      assertThat(asked).isZero();
      assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);

      answered.countDown();
      assertThat(trial.get(1, TimeUnit.MINUTES)).isEqualTo("answer");
      assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void tellsOfEveryChange() {
      Breaker breaker = breaker();
      breaker.onChange((state, reason) -> changes.add(state + " " + reason));
      open(breaker);
      pass(PAUSE.plusMillis(1));
      ask(breaker, null);

      assertThat(changes).containsExactly("OPEN no route", "HALF_OPEN no route", "CLOSED no route");
    }

    private Outage never() {
      asked++;
      return null;
    }
  }

  private Breaker breaker() {
    return new Breaker(PAUSE, clock);
  }

  private Breaker opened() {
    Breaker breaker = breaker();
    open(breaker);
    return breaker;
  }

  private Breaker openedOnTrial() {
    Breaker breaker = opened();
    pass(PAUSE.plusMillis(1));
    return breaker;
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private void open(Breaker breaker) {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      ask(breaker, DOWN);
    }
  }

  private String ask(Breaker breaker, Outage trouble) {
    return breaker.ask(
        () -> {
          asked++;
          return trouble == null ? "answer" : trouble.reason();
        },
        answer -> Optional.ofNullable(trouble),
        Outage::reason);
  }

  private static String fail() {
    throw new IllegalStateException("bug");
  }

  private static String awaited(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES) ? "answer" : "too late";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
