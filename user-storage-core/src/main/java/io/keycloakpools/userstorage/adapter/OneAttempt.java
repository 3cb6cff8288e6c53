package io.keycloakpools.userstorage.adapter;

import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.protocol.BasicHttpContext;

/**
 * Prevents retries. Apache's default makes three more attempts of a {@code GET} after a lost
 * connection ({@code DefaultHttpRequestRetryHandler}), and Keycloak keeps it without {@code
 * max-retries} ({@code DefaultHttpClientFactory.configureRetries}). The time limit covers one
 * attempt, and retries would burden a directory in trouble.
 *
 * <p>{@code RetryExec} runs {@code ProtocolExec} for each attempt, which first sets the route in
 * the context; an aborted request is not retried.
 */
final class OneAttempt extends BasicHttpContext {

  private final HttpRequestBase request;
  private boolean begun;
  private boolean stopped;

  OneAttempt(HttpRequestBase request) {
    this.request = request;
  }

  @Override
  public void setAttribute(String id, Object value) {
    if (HttpClientContext.HTTP_ROUTE.equals(id)) {
      if (begun && !request.isAborted()) {
        stopped = true;
        request.abort();
      }
      begun = true;
    }
    super.setAttribute(id, value);
  }

  /** Whether a second attempt was prevented after a lost connection. */
  boolean stopped() {
    return stopped;
  }
}
