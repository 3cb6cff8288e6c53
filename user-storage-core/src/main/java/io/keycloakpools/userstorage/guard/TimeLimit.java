package io.keycloakpools.userstorage.guard;

import io.keycloakpools.userstorage.directory.Outage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Limits the time of a question: some clients cannot be stopped while an answer drips in. Another
 * thread makes the call, so that waiting ends at the limit and when Keycloak interrupts; a late
 * call is interrupted to free its thread.
 */
public record TimeLimit(Duration requestTimeout, Executor executor) implements Guard {

  /** For directories that enforce the limit themselves. */
  private static final Duration GRACE = Duration.ofMillis(200);

  @Override
  public <A> A around(Question<A> question, Supplier<A> next) {
    FutureTask<A> answer = new FutureTask<>(next::get);
    executor.execute(answer);
    try {
      Duration limit = question.limit(requestTimeout).plus(GRACE);
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return question.unavailable(Outage.down("interrupted"));
    } catch (TimeoutException e) {
      return question.unavailable(Outage.down("no answer in time"));
    } catch (ExecutionException e) {
      return question.unavailable(
          Outage.refused("the adapter failed: " + e.getCause().getClass().getName()));
    } finally {
      answer.cancel(true);
    }
  }
}
