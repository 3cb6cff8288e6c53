package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConcurrentLookupTest {

  private static final DirectoryUser ADA = DirectoryUser.builder("1", "ada").build();
  private static final Lookup FOUND = new Lookup.Found(ADA);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void release() {
    released.countDown();
    threads.shutdownNow();
  }

  static Stream<Lookup> withoutAUser() {
    return Stream.of(
        new Lookup.NotFound(),
        new Lookup.Ambiguous(2),
        new Lookup.Unavailable(Outage.down("reason")),
        new Lookup.Unavailable(Outage.busy("reason", Optional.of(Duration.ofSeconds(30)))));
  }

  /** A look-up before, or on this thread, would wait for itself. */
  @Test
  void theLookupRunsBesideWhatFollows() {
    ConcurrentLookup beside = start(() -> afterRelease(FOUND));
    assertThat(beside.lookup()).isNotDone();
    released.countDown();

    assertThat(beside.await()).isEqualTo(FOUND);
  }

  @Nested
  final class Waiting {

    @ParameterizedTest
    @MethodSource("io.keycloakpools.userstorage.adapter.ConcurrentLookupTest#withoutAUser")
    void givesTheAnswerAsItIs(Lookup answer) {
      assertThat(start(() -> answer).await()).isEqualTo(answer);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void endsAtTheDeadline() {
      AtomicLong clock = new AtomicLong();
      Deadline deadline = Deadline.in(Duration.ofDays(1), clock::get);
      clock.addAndGet(Duration.ofDays(1).toNanos());

      Lookup answer = ConcurrentLookup.start(() -> afterRelease(FOUND), deadline, threads).await();

      assertThat(answer).isInstanceOf(Lookup.Unavailable.class);
      assertThat(released.getCount()).isEqualTo(1);
    }

    @Test
    void isUnavailableWhenTheLookupFailsAndRepeatsNoText() {
      Lookup answer = start(ConcurrentLookupTest::failing).await();

      assertThat(answer).isInstanceOf(Lookup.Unavailable.class);
      assertThat(answer.toString()).doesNotContain("secret");
    }

    @Test
    void endsWhenInterruptedAndPassesItOn() {
      ConcurrentLookup beside = start(() -> afterRelease(FOUND));
      Thread.currentThread().interrupt();

      assertThat(beside.await()).isEqualTo(new Lookup.Unavailable(Outage.down("interrupted")));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Nested
  final class SomethingMore {

    @Test
    void isAskedForWhoWasFound() {
      ConcurrentLookup beside =
          start(() -> FOUND).then(user -> new Lookup.Found(user.withRoles(Set.of("staff"))));

      assertThat(beside.await()).isEqualTo(new Lookup.Found(ADA.withRoles(Set.of("staff"))));
    }

    @Test
    void isAskedWithoutAnybodyWaiting() throws InterruptedException {
      CountDownLatch asked = new CountDownLatch(1);
      ConcurrentLookup beside =
          start(() -> FOUND)
              .then(
                  user -> {
                    asked.countDown();
                    return FOUND;
                  });

      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(beside.await()).isEqualTo(FOUND);
    }

    @ParameterizedTest
    @MethodSource("io.keycloakpools.userstorage.adapter.ConcurrentLookupTest#withoutAUser")
    void isNotAskedForNobody(Lookup answer) {
      AtomicBoolean asked = new AtomicBoolean();
      ConcurrentLookup beside =
          start(() -> answer)
              .then(
                  user -> {
                    asked.set(true);
                    return FOUND;
                  });

      assertThat(beside.await()).isEqualTo(answer);
      assertThat(asked).isFalse();
    }

    @Test
    void thatFailsLeavesNoUser() {
      assertThat(start(() -> FOUND).then(user -> failing()).await())
          .isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void keepsTheDeadline() {
      ConcurrentLookup beside = start(() -> FOUND);

      assertThat(beside.then(user -> FOUND).deadline()).isEqualTo(beside.deadline());
    }
  }

  @Nested
  final class Outcomes {

    @Test
    void ofAUserWhoWasFoundIsWhatItIsForThem() {
      assertThat(start(() -> FOUND).outcome(PasswordCheck.Accepted::new))
          .isEqualTo(new PasswordCheck.Accepted(ADA));
    }

    @Test
    void ofAUserWhoIsGoneIsARejection() {
      assertThat(outcome(new Lookup.NotFound())).isEqualTo(new PasswordCheck.Rejected());
    }

    @Test
    void ofAnOutageIsNoWrongPassword() {
      assertThat(outcome(new Lookup.Unavailable(Outage.down("reason"))))
          .isEqualTo(new PasswordCheck.Unavailable(Outage.down("reason")));
    }

    @Test
    void ofADirectoryThatWantsUsToWaitSaysHowLong() {
      Optional<Duration> wait = Optional.of(Duration.ofSeconds(30));

      assertThat(outcome(new Lookup.Unavailable(Outage.busy("reason", wait))))
          .isEqualTo(new PasswordCheck.Throttled(wait));
    }

    @Test
    void ofALookupThatFailedIsNoWrongPassword() {
      assertThat(start(ConcurrentLookupTest::failing).outcome(PasswordCheck.Accepted::new))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @ParameterizedTest
    @MethodSource("io.keycloakpools.userstorage.adapter.ConcurrentLookupTest#withoutAUser")
    void withoutAUserAreNeverASuccess(Lookup answer) {
      assertThat(outcome(answer)).isNotInstanceOf(PasswordCheck.Accepted.class);
    }

    private PasswordCheck outcome(Lookup answer) {
      return start(() -> answer).outcome(user -> new PasswordCheck.Accepted(ADA));
    }
  }

  @Nested
  final class WithNothingElseAskedFor {

    @Test
    void whoWasFoundIsAccepted() {
      assertThat(start(() -> FOUND).accepted("1", PasswordCheck.Accepted::new))
          .isEqualTo(new PasswordCheck.Accepted(ADA));
    }

    @Test
    void whoIsGoneIsRejected() {
      assertThat(accepted(new Lookup.NotFound())).isEqualTo(new PasswordCheck.Rejected());
    }

    @Test
    void whoseDataCannotBeHadIsKnownByTheIdentifierOnly() {
      Optional<Duration> wait = Optional.of(Duration.ofSeconds(30));

      assertThat(accepted(new Lookup.Unavailable(Outage.busy("reason", wait))))
          .isEqualTo(new PasswordCheck.AcceptedUnseen("1", Outage.busy("reason", wait)));
      assertThat(accepted(new Lookup.Unavailable(Outage.down("reason"))))
          .isEqualTo(new PasswordCheck.AcceptedUnseen("1", Outage.down("reason")));
    }

    @Test
    void whoseLookupFailedIsKnownByTheIdentifierOnly() {
      assertThat(start(ConcurrentLookupTest::failing).accepted("1", PasswordCheck.Accepted::new))
          .isInstanceOf(PasswordCheck.AcceptedUnseen.class);
    }

    private PasswordCheck accepted(Lookup answer) {
      return start(() -> answer).accepted("1", user -> new PasswordCheck.Accepted(ADA));
    }
  }

  private ConcurrentLookup start(Supplier<Lookup> lookup) {
    return ConcurrentLookup.start(lookup, Deadline.in(Duration.ofSeconds(10)), threads);
  }

  private static Lookup failing() {
    throw new IllegalStateException("secret");
  }

  private Lookup afterRelease(Lookup answer) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }
}
