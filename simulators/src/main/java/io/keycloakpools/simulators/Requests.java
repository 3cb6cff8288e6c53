package io.keycloakpools.simulators;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The requests received since the last reset, faulty ones included; never a password. */
public final class Requests<O extends Enum<O>, R> {
  private record Received<O, R>(Optional<O> operation, R request) {}

  private final List<Received<O, R>> received = new ArrayList<>();

  Requests() {}

  public synchronized List<R> all() {
    return received.stream().map(Received::request).toList();
  }

  public synchronized List<R> of(O operation) {
    return received.stream()
        .filter(each -> each.operation().equals(Optional.of(operation)))
        .map(Received::request)
        .toList();
  }

  public synchronized int count() {
    return received.size();
  }

  public int count(O operation) {
    return of(operation).size();
  }

  public synchronized void reset() {
    received.clear();
  }

  /** Returns false when the time is over first. */
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
