package io.keycloakpools.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs many tasks at once. */
public final class Crowd {

  private static final long LONGEST_SECONDS = 120;

  private Crowd() {}

  /**
   * Runs the tasks, so many at a time, and waits for all. After two minutes it cancels the rest,
   * which fails the test.
   */
  public static <T> List<T> at(int clients, List<? extends Callable<T>> deeds)
      throws InterruptedException {
    ExecutorService people = Executors.newFixedThreadPool(clients);
    try {
      List<T> done = new ArrayList<>();
      for (Future<T> deed : people.invokeAll(deeds, LONGEST_SECONDS, TimeUnit.SECONDS)) {
        done.add(deed.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      people.shutdownNow();
    }
  }
}
