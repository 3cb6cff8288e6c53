package io.keycloakpools.simulators;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The requests received since the last reset, faulty ones included; never a password.
 *
 * @param <O> the operations of the simulated directory
 * @param <R> what is known of a request
 */
public final class Requests<O extends Enum<O>, R> {
  private record Received<O, R>(Optional<O> operation, R request) {}

  private final List<Received<O, R>> received = new ArrayList<>();

  Requests() {}

  /** Returns all requests in the order they arrived. */
  public synchronized List<R> all() {
    return received.stream().map(Received::request).toList();
  }

  /** Returns the requests of one operation in the order they arrived. */
  public synchronized List<R> of(O operation) {
    return received.stream()
        .filter(each -> each.operation().equals(Optional.of(operation)))
        .map(Received::request)
        .toList();
  }

  /** Returns how many requests arrived. */
  public synchronized int count() {
    return received.size();
  }

  /** Returns how many requests of one operation arrived. */
  public int count(O operation) {
    return of(operation).size();
  }

  /** Forgets all requests. */
  public synchronized void reset() {
    received.clear();
  }

  /**
   * Waits until at least {@code atLeast} requests have arrived.
   *
   * @return whether they did before the time was over
   */
  public synchronized boolean await(int atLeast, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (received.size() < atLeast) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  synchronized void record(Optional<O> operation, R request) {
    received.add(new Received<>(operation, request));
    notifyAll();
  }
}
