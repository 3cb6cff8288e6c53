package io.keycloakpools.userstorage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.TimeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimeLimitTest {

  private static final PasswordAttempt ATTEMPT =
      new PasswordAttempt("id", "ada", "secret", Optional.empty());

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void release() {
    released.countDown();
    threads.shutdownNow();
  }

  /** Stuck calls end only after the test: without a limit, none would return. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aDirectoryThatNeverAnswersIsUnavailable() {
    Directory bounded = limited(new Stuck(), Duration.ofMillis(10));

    assertThat(bounded.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(bounded.findByEmail("ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(bounded.findByExternalId("id", "ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(bounded.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
    assertThat(bounded.checkPassword(ATTEMPT)).isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(bounded.test()).isInstanceOf(ConnectionTest.Fails.class);
    assertThat(released.getCount()).isEqualTo(1);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aLookupEndsBeforeKeycloakGivesUpHoweverLongARequestMayTake() {
    Directory bounded = limited(new Stuck(), Duration.ofDays(1));

    // The one wait of 2.5 s by the real clock: that a thread stops waiting is what is shown.
    assertThat(bounded.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(released.getCount()).isEqualTo(1);
  }

  @Test
  void anInterruptEndsTheWaitAndIsPassedOn() {
    Directory bounded = limited(new Stuck(), Duration.ofMinutes(1));
    Thread.currentThread().interrupt();

    assertThat(bounded.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Otherwise a hanging directory would take all threads. */
  @Test
  void aCallThatIsGivenUpIsInterrupted() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Directory bounded =
        limited(
            new Stuck() {
              @Override
              public Lookup findByUsername(String username) {
                try {
                  released.await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
                return new Lookup.NotFound();
              }
            },
            Duration.ofMillis(100));

    assertThat(bounded.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void aLookupNeverTakesLongerThanKeycloakWaits() {
    assertThat(TimeLimits.lookup(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(2500));
    assertThat(TimeLimits.lookup(Duration.ofMillis(300))).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void anAnswerInTimeIsPassedOn() {
    released.countDown();
    Directory bounded = limited(new Stuck(), Duration.ofSeconds(10));

    assertThat(bounded.findByUsername("ada")).isEqualTo(new Lookup.NotFound());
    assertThat(bounded.checkPassword(ATTEMPT)).isEqualTo(new PasswordCheck.Rejected());
    assertThat(bounded.test()).isEqualTo(new ConnectionTest.Works());
  }

  private Directory limited(Directory directory, Duration requestTimeout) {
    return new GuardedDirectory(directory, List.of(new TimeLimit(requestTimeout, threads)));
  }

  /** Answers when released; ignores interrupts. */
  private class Stuck implements Directory {

    @Override
    public Lookup findByUsername(String username) {
      return whenReleased(new Lookup.NotFound());
    }

    @Override
    public Lookup findByEmail(String email) {
      return whenReleased(new Lookup.NotFound());
    }

    @Override
    public Lookup findByExternalId(String externalId, String loginName) {
      return whenReleased(new Lookup.NotFound());
    }

    @Override
    public Listing listUsers(Optional<String> page, int limit) {
      return whenReleased(new Listing.Page(List.of(), Optional.empty()));
    }

    @Override
    public PasswordCheck checkPassword(PasswordAttempt attempt) {
      return whenReleased(new PasswordCheck.Rejected());
    }

    @Override
    public ConnectionTest test() {
      return whenReleased(new ConnectionTest.Works());
    }

    @Override
    public void close() {}

    private <T> T whenReleased(T answer) {
      while (true) {
        try {
          released.await();
          return answer;
        } catch (InterruptedException e) {
          // Like a blocking read of the JDK, which ignores interrupts.
        }
      }
    }
  }
}
