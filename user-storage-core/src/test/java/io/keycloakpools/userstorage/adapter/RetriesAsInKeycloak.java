package io.keycloakpools.userstorage.adapter;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.protocol.HttpContext;

/**
 * Retries like Keycloak's HTTP client with {@code max-retries}: sleeps, then repeats even what was
 * already sent ({@code
 * org.keycloak.connections.httpclient.DefaultHttpClientFactory.configureRetries}).
 */
final class RetriesAsInKeycloak extends DefaultHttpRequestRetryHandler {

  static final int MOST = 3;

  private final long backoffMillis;

  RetriesAsInKeycloak(long backoffMillis) {
    super(MOST, true);
    this.backoffMillis = backoffMillis;
  }

  @Override
  public boolean retryRequest(IOException exception, int executionCount, HttpContext context) {
    boolean again = super.retryRequest(exception, executionCount, context);
    if (again && backoffMillis > 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(backoffMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return again;
  }
}
