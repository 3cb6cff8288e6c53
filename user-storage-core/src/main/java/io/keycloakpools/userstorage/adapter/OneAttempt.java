package io.keycloakpools.userstorage.adapter;

import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.protocol.BasicHttpContext;

/**
 * Has a request made once, whatever the client it is given to would repeat: Apache's own default
 * are three more attempts of a {@code GET} whose connection is lost ({@code
 * DefaultHttpRequestRetryHandler}), and Keycloak leaves it at that without the option {@code
 * max-retries} ({@code DefaultHttpClientFactory.configureRetries}). The time limit of a question is
 * made for one attempt, and a directory in trouble is not helped by four times the questions.
 *
 * <p>{@code RetryExec} runs {@code ProtocolExec} anew for each attempt, which first of all names
 * the route in the context; an aborted request is not tried again.
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

  /** Whether a second attempt was about to be made, because the first one lost its connection. */
  boolean stopped() {
    return stopped;
  }
}
