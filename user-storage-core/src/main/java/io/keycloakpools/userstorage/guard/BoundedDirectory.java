package io.keycloakpools.userstorage.guard;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.SettingProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Holds any directory to its time, whatever its client does: some cannot be stopped while an answer
 * drips in. The call runs on another thread, so that waiting for it ends at the limit and when
 * Keycloak interrupts. A call that is given up is interrupted, so that it gives its thread back.
 *
 * @param requestTimeout most that a password check may take
 */
public record BoundedDirectory(Directory directory, Duration requestTimeout, Executor executor)
    implements Directory {

  /**
   * Most that a look-up may take: Keycloak interrupts one after 3 s, and there is a user to import.
   */
  public static final Duration LONGEST_LOOKUP = Duration.ofMillis(2500);

  /** What a directory that keeps time by itself is granted on top. */
  private static final Duration GRACE = Duration.ofMillis(200);

  /** A connection test makes several calls. */
  private static final int CALLS_OF_A_TEST = 6;

  /** The time for a look-up when a request may take {@code requestTimeout}. */
  public static Duration lookupTimeout(Duration requestTimeout) {
    return requestTimeout.compareTo(LONGEST_LOOKUP) < 0 ? requestTimeout : LONGEST_LOOKUP;
  }

  @Override
  public Lookup findByUsername(String username) {
    return lookup(() -> directory.findByUsername(username));
  }

  @Override
  public Lookup findByEmail(String email) {
    return lookup(() -> directory.findByEmail(email));
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return lookup(() -> directory.findByExternalId(externalId, loginName));
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return within(requestTimeout, () -> directory.listUsers(page, limit), Listing.Unavailable::new);
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return within(
        requestTimeout, () -> directory.checkPassword(attempt), PasswordCheck.Unavailable::new);
  }

  @Override
  public ConnectionTest test() {
    return within(
        requestTimeout.multipliedBy(CALLS_OF_A_TEST),
        directory::test,
        outage ->
            new ConnectionTest.Fails(
                SettingProblem.of("requestTimeout", "userPoolSettingNoAnswer", outage.reason())));
  }

  @Override
  public void warmUp() {
    directory.warmUp();
  }

  @Override
  public void close() {
    directory.close();
  }

  private Lookup lookup(Supplier<Lookup> question) {
    return within(lookupTimeout(requestTimeout), question, Lookup.Unavailable::new);
  }

  /** The answer; or what it means that there is none, in time or at all. */
  private <T> T within(Duration most, Supplier<T> call, Function<Outage, T> without) {
    FutureTask<T> answer = new FutureTask<>(call::get);
    executor.execute(answer);
    try {
      return answer.get(most.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return without.apply(Outage.down("interrupted"));
    } catch (TimeoutException e) {
      return without.apply(Outage.down("no answer in time"));
    } catch (ExecutionException e) {
      return without.apply(
          Outage.refused("the adapter failed: " + e.getCause().getClass().getName()));
    } finally {
      answer.cancel(true);
    }
  }
}
