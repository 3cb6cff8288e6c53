package io.keycloakpools.simulators;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * @param cleared down when the faults are cleared, which ends latencies
 */
record FaultHit(
    List<Fault> faults, CountDownLatch released, CountDownLatch cleared, CountDownLatch stopped) {

  static boolean delays(Fault fault) {
    return fault instanceof Fault.Latency || fault instanceof Fault.Hang;
  }

  Optional<Fault> decisive() {
    return faults.stream().filter(each -> !delays(each)).findFirst();
  }

  boolean waitOut() throws InterruptedException {
    for (Fault fault : faults) {
      if (fault instanceof Fault.Latency latency) {
        boolean unused = cleared.await(latency.delay().toNanos(), TimeUnit.NANOSECONDS);
      }
      if (fault instanceof Fault.Hang) {
        released.await();
      }
    }
    return stopped.getCount() > 0;
  }

  boolean pause(Duration duration) throws InterruptedException {
    return !stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }
}
