package io.keycloakpools.simulators.cognito;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Arms faults at run time. All latencies and hangs that match a request add up; of the other faults
 * the one armed first wins. Without a number of requests a fault stays until {@link #clear()}.
 */
public final class Faults {
  private static final int FOREVER = Integer.MAX_VALUE;

  private static final class Armed {
    private final Optional<Operation> operation;
    private final Fault fault;
    private int remaining;

    Armed(Optional<Operation> operation, int remaining, Fault fault) {
      this.operation = operation;
      this.remaining = remaining;
      this.fault = fault;
    }
  }

  private final List<Armed> armed = new ArrayList<>();
  private CountDownLatch hanging = new CountDownLatch(1);
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  Faults() {}

  /** Hits every request. */
  public void onAll(Fault fault) {
    arm(new Armed(Optional.empty(), FOREVER, fault));
  }

  /** Hits every request of that operation. */
  public void on(Operation operation, Fault fault) {
    arm(new Armed(Optional.of(operation), FOREVER, fault));
  }

  /** Hits the next {@code requests} requests, whatever they ask. */
  public void onNext(int requests, Fault fault) {
    arm(new Armed(Optional.empty(), requests, fault));
  }

  /** Hits the next {@code requests} requests of that operation. */
  public void onNext(int requests, Operation operation, Fault fault) {
    arm(new Armed(Optional.of(operation), requests, fault));
  }

  /** Disarms everything and lets hanging requests go on. */
  public synchronized void clear() {
    armed.clear();
    release();
  }

  /** Lets the requests that hang now go on; armed faults stay armed. */
  public synchronized void release() {
    hanging.countDown();
    hanging = new CountDownLatch(1);
  }

  private synchronized void arm(Armed fault) {
    armed.add(fault);
  }

  synchronized List<Fault> take(Optional<Operation> operation) {
    List<Fault> hits = new ArrayList<>();
    boolean decided = false;
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      Armed next = each.next();
      boolean waits = delays(next.fault);
      boolean matches = next.operation.isEmpty() || next.operation.equals(operation);
      if (matches && (waits || !decided)) {
        hits.add(next.fault);
        decided |= !waits;
        if (next.remaining != FOREVER && --next.remaining <= 0) {
          each.remove();
        }
      }
    }
    return hits;
  }

  void started() {
    stopped = new CountDownLatch(1);
  }

  void stopped() {
    stopped.countDown();
    release();
  }

  static boolean delays(Fault fault) {
    return fault instanceof Fault.Latency || fault instanceof Fault.Hang;
  }

  boolean waitOut(Fault fault) throws InterruptedException {
    CountDownLatch thisRun = stopped;
    if (fault instanceof Fault.Latency latency) {
      return pause(latency.delay());
    }
    if (fault instanceof Fault.Hang) {
      currentHang().await();
    }
    return thisRun.getCount() > 0;
  }

  boolean pause(Duration duration) throws InterruptedException {
    return !stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized CountDownLatch currentHang() {
    return hanging;
  }
}
