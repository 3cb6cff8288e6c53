package io.keycloakpools.userstorage.adapter;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A look-up in parallel with a password check, so that both cost one round trip: the account's
 * status is the gate behind the password.
 */
public record ConcurrentLookup(CompletableFuture<Lookup> lookup, Deadline deadline) {

  /** In milliseconds, for look-ups that never started; calls end themselves. */
  private static final int SLACK = 100;

  public static ConcurrentLookup start(
      Supplier<Lookup> lookup, Deadline deadline, Executor executor) {
    return new ConcurrentLookup(CompletableFuture.supplyAsync(lookup, executor), deadline);
  }

  /** An answer that is already there. */
  public static ConcurrentLookup answered(Lookup answer, Deadline deadline) {
    return new ConcurrentLookup(CompletableFuture.completedFuture(answer), deadline);
  }

  /** The user whom this request looked up before, or else a look-up. */
  public static ConcurrentLookup start(
      PasswordAttempt attempt, Supplier<Lookup> lookup, Deadline deadline, Executor executor) {
    return attempt
        .lookedUp()
        .map(user -> answered(new Lookup.Found(user), deadline))
        .orElseGet(() -> start(lookup, deadline, executor));
  }

  /** Adds another question about a user who was found. */
  public ConcurrentLookup then(Function<DirectoryUser, Lookup> more) {
    return new ConcurrentLookup(
        lookup.thenApply(
            answer -> answer instanceof Lookup.Found found ? more.apply(found.user()) : answer),
        deadline);
  }

  /** A failed look-up is {@link Lookup.Unavailable}. */
  public Lookup await() {
    try {
      return lookup.get(deadline.left().toMillis() + SLACK, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lookup.Unavailable(Outage.down("interrupted"));
    } catch (ExecutionException | TimeoutException e) {
      return new Lookup.Unavailable(
          Outage.down("the user's data: " + e.getClass().getSimpleName()));
    }
  }

  /**
   * Outcome of a right password when nothing else is required; without user data, {@link
   * PasswordCheck.AcceptedUnseen}.
   *
   * @param externalId owner of the password
   * @param accepted outcome for a user who was found
   */
  public PasswordCheck accepted(
      String externalId, Function<DirectoryUser, PasswordCheck> accepted) {
    return await() instanceof Lookup.Unavailable unavailable
        ? new PasswordCheck.AcceptedUnseen(externalId, unavailable.outage())
        : outcome(accepted);
  }

  /**
   * Outcome of a right password; a missing user is rejected.
   *
   * @param outcome for a user who was found
   */
  public PasswordCheck outcome(Function<DirectoryUser, PasswordCheck> outcome) {
    Lookup answer = await();
    if (answer instanceof Lookup.Found found) {
      return outcome.apply(found.user());
    }
    if (answer instanceof Lookup.Unavailable unavailable) {
      Outage outage = unavailable.outage();
      return outage.retryAfter().isPresent()
          ? new PasswordCheck.Throttled(outage.retryAfter())
          : new PasswordCheck.Unavailable(outage);
    }
    return new PasswordCheck.Rejected();
  }
}
