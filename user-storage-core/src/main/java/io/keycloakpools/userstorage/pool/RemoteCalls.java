package io.keycloakpools.userstorage.pool;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for concurrent calls. Keycloak's executors ({@code ExecutorsProvider}) queue behind four
 * threads before they grow; here a call starts at once, and if every thread is busy, the caller
 * makes it itself.
 */
final class RemoteCalls implements Executor, AutoCloseable {

  private static final int MOST_THREADS = 256;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST_THREADS,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          RemoteCalls::thread,
          new CallerRunsPolicy());

  @Override
  public void execute(Runnable call) {
    threads.execute(call);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable call) {
    Thread thread = new Thread(call, "user-pool-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
