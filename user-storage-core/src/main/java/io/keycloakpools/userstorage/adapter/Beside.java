package io.keycloakpools.userstorage.adapter;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A user's present data, fetched beside the password check so that both cost one round trip: the
 * status is the gate behind the password.
 *
 * @param lookup the look-up under way
 * @param deadline when it must be over
 */
public record Beside(CompletableFuture<Lookup> lookup, Deadline deadline) {

  /** Calls end themselves at the deadline; this is for what never started. In milliseconds. */
  private static final int SLACK = 100;

  /** Starts the look-up on another thread. */
  public static Beside start(Supplier<Lookup> lookup, Deadline deadline, Executor executor) {
    return new Beside(CompletableFuture.supplyAsync(lookup, executor), deadline);
  }

  /** The same, with something more asked for a user who was found. */
  public Beside then(Function<DirectoryUser, Lookup> more) {
    return new Beside(
        lookup.thenApply(
            answer -> answer instanceof Lookup.Found found ? more.apply(found.user()) : answer),
        deadline);
  }

  /** Waits for the look-up. */
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
   * The outcome of a check whose password was right and needs nothing else.
   *
   * @param externalId whose password it was
   * @param accepted what it is for the user who was found
   */
  public PasswordCheck accepted(
      String externalId, Function<DirectoryUser, PasswordCheck> accepted) {
    return await() instanceof Lookup.Unavailable unavailable
        ? new PasswordCheck.AcceptedUnseen(externalId, unavailable.outage())
        : outcome(accepted);
  }

  /**
   * The outcome of a check whose password was right.
   *
   * @param outcome what it is for the user who was found; without a user it is no success
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
