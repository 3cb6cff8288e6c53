package io.keycloakpools.simulators.cognito;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

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
  private CountDownLatch stopped = new CountDownLatch(1);

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

  synchronized FaultHit take(Optional<Operation> operation) {
    List<Fault> hits = new ArrayList<>();
    boolean decided = false;
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      Armed next = each.next();
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
    return new FaultHit(hits, hanging, stopped);
  }

  synchronized void started() {
    stopped = new CountDownLatch(1);
  }

  synchronized void stopped() {
    stopped.countDown();
    release();
  }
}
