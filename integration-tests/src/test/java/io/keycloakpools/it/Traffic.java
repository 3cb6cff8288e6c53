package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow.Attempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** People who sign in repeatedly until it is closed. */
final class Traffic implements AutoCloseable {

  private static final long LONGEST_SECONDS = 60;

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<Thread> clients = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<Integer, Integer> ended = new HashMap<>();
  private final List<Throwable> broken = new ArrayList<>();

  private Traffic() {}

  /**
   * @param next a client's sign-in, by a growing number
   */
  static Traffic of(int clients, IntFunction<Attempt> next) {
    Traffic traffic = new Traffic();
    for (int client = 0; client < clients; client++) {
      int first = client;
      Thread thread = new Thread(() -> traffic.run(first, clients, next), "traffic-" + client);
      traffic.clients.add(thread);
      thread.start();
    }
    return traffic;
  }

  private void run(int first, int step, IntFunction<Attempt> next) {
    try {
      for (int number = first; open.get(); number += step) {
        add(first, next.apply(number));
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized void add(int client, Attempt attempt) {
    attempts.add(attempt);
    ended.merge(client, 1, Integer::sum);
    notifyAll();
  }

  private synchronized void fail(Throwable cause) {
    broken.add(cause);
    notifyAll();
  }

  /** Waits for that many more sign-ins, which shows that nothing is stuck. */
  synchronized void awaitMore(int count) throws InterruptedException {
    int wanted = attempts.size() + count;
    await(count + " more sign-ins", () -> attempts.size() >= wanted);
  }

  /** Waits until all present sign-ins have ended; others have begun by then. */
  synchronized void awaitPresentOnes() throws InterruptedException {
    Map<Integer, Integer> before = Map.copyOf(ended);
    await(
        "the sign-ins that ran",
        () ->
            IntStream.range(0, clients.size())
                .allMatch(
                    client -> ended.getOrDefault(client, 0) > before.getOrDefault(client, 0)));
  }

  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!condition.getAsBoolean() && broken.isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.timedWait(this, 500);
    }
    assertThat(broken).isEmpty();
    assertThat(condition.getAsBoolean()).as(what + " ended").isTrue();
  }

  synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  @Override
  public void close() throws InterruptedException {
    open.set(false);
    for (Thread client : clients) {
      client.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
      assertThat(client.isAlive()).as(client.getName() + " still runs").isFalse();
    }
  }
}
