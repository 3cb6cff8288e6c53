package io.keycloakpools.simulators;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Arms faults at run time. All latencies and hangs that match a request add up; of the other faults
 * the one armed first wins. Without a number of requests a fault stays until {@link #clear()}.
 *
 * @param <O> the operations of the simulated directory
 */
public final class Faults<O extends Enum<O>> {
  private static final int FOREVER = Integer.MAX_VALUE;

  private static final class Armed<O> {
    private final Optional<O> operation;
    private final Fault fault;
    private int remaining;

    Armed(Optional<O> operation, int remaining, Fault fault) {
      this.operation = operation;
      this.remaining = remaining;
      this.fault = fault;
    }
  }

  private final List<Armed<O>> armed = new ArrayList<>();
  private CountDownLatch hanging = new CountDownLatch(1);
  private CountDownLatch cleared = new CountDownLatch(1);
  private CountDownLatch stopped = new CountDownLatch(1);

  Faults() {}

  /** Hits every request. */
  public void onAll(Fault fault) {
    arm(new Armed<>(Optional.empty(), FOREVER, fault));
  }

  /** Hits every request of that operation. */
  public void on(O operation, Fault fault) {
    arm(new Armed<>(Optional.of(operation), FOREVER, fault));
  }

  /** Hits the next {@code requests} requests, whatever they ask. */
  public void onNext(int requests, Fault fault) {
    arm(new Armed<>(Optional.empty(), requests, fault));
  }

  /** Hits the next {@code requests} requests of that operation. */
  public void onNext(int requests, O operation, Fault fault) {
    arm(new Armed<>(Optional.of(operation), requests, fault));
  }

  /**
   * Disarms everything and lets hanging and delayed requests go on: no request that began before
   * holds up one that comes later.
   */
  public synchronized void clear() {
    armed.clear();
    endLatencies();
    release();
  }

  private void endLatencies() {
    cleared.countDown();
    cleared = new CountDownLatch(1);
  }

  /** Lets the requests that hang now go on; armed faults stay armed. */
  public synchronized void release() {
    hanging.countDown();
    hanging = new CountDownLatch(1);
  }

  private synchronized void arm(Armed<O> fault) {
    armed.add(fault);
  }

  synchronized FaultHit take(Optional<O> operation) {
    List<Fault> hits = new ArrayList<>();
    boolean decided = false;
    for (Iterator<Armed<O>> each = armed.iterator(); each.hasNext(); ) {
      Armed<O> next = each.next();
      boolean delays = FaultHit.delays(next.fault);
      boolean matches = next.operation.isEmpty() || next.operation.equals(operation);
      if (matches && (delays || !decided)) {
        hits.add(next.fault);
        decided |= !delays;
        if (next.remaining != FOREVER && --next.remaining <= 0) {
          each.remove();
        }
      }
    }
    return new FaultHit(hits, hanging, cleared, stopped);
  }

  synchronized void started() {
    stopped = new CountDownLatch(1);
  }

  synchronized void stopped() {
    stopped.countDown();
    endLatencies();
    release();
  }
}
