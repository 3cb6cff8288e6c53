package io.keycloakpools.userstorage.adapter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpRequestBase;

/**
 * Ends a request at its deadline: closes the connection and wakes the thread, which sleeps between
 * retries if an admin sets {@code max-retries} ({@code DefaultHttpClientFactory.configureRetries}).
 */
final class CallTimer implements AutoCloseable {

  private final HttpRequestBase request;
  private final Thread caller = Thread.currentThread();
  private final CompletableFuture<Void> timeout = new CompletableFuture<>();
  private boolean ended;
  private boolean woken;

  private CallTimer(HttpRequestBase request) {
    this.request = request;
  }

  static CallTimer start(HttpRequestBase request, Deadline deadline) {
    CallTimer timer = new CallTimer(request);
    CompletableFuture<Void> unused =
        timer
            .timeout
            .orTimeout(deadline.leftMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(over -> timer.ring());
    return timer;
  }

  /** Clears the timer and its interrupt. */
  @Override
  public void close() {
    timeout.complete(null);
    synchronized (this) {
      ended = true;
      if (woken) {
        Thread.interrupted();
      }
    }
  }

  /** The awakened thread must find the request aborted. */
  private Void ring() {
    request.abort();
    synchronized (this) {
      if (!ended) {
        woken = true;
        caller.interrupt();
      }
    }
    return null;
  }
}
