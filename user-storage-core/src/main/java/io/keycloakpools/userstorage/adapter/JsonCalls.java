package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.userstorage.directory.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * JSON over Keycloak's HTTP client ({@code HttpClientProvider}), which provides truststore, proxy
 * and connection pool.
 *
 * <p>Each call is made once and ends at its deadline, even if an answer drips in or the client
 * waits. Redirects are not followed, cookies not kept, and answers over {@value #LARGEST_ANSWER}
 * bytes not read; Apache's wire log records nothing.
 */
public final class JsonCalls {

  /** In bytes, decompressed. */
  public static final int LARGEST_ANSWER = 2 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CloseableHttpClient client;

  /**
   * @param client shared with all of Keycloak; never closed here
   */
  public JsonCalls(CloseableHttpClient client) {
    this.client = client;
  }

  /**
   * Sends a request; never throws for failures of network or server.
   *
   * @param deadline when the answer must have been read
   */
  public Reply send(HttpRequestBase request, Deadline deadline) {
    request.setConfig(limits(deadline));
    request.setHeader("Accept", "application/json");
    OneAttempt attempt = new OneAttempt(request);
    try (CallTimer timer = CallTimer.start(request, deadline)) {
      return WireLog.silent(() -> exchange(request, attempt));
    } catch (IOException e) {
      if (attempt.stopped()) {
        return new Reply.Failed(Outage.down("the connection was lost"));
      }
      return new Reply.Failed(
          Outage.down(request.isAborted() || isTimeout(e) ? "no answer in time" : describe(e)));
    }
  }

  private Reply exchange(HttpRequestBase request, OneAttempt attempt) throws IOException {
    try (CloseableHttpResponse response = client.execute(request, attempt)) {
      byte[] body = body(response.getEntity());
      if (body.length > LARGEST_ANSWER) {
        return new Reply.Failed(
            Outage.refused("an answer of more than " + LARGEST_ANSWER + " bytes"));
      }
      Map<String, String> headers = headers(response);
      JsonNode json = json(body);
      return new Reply.Answer(
          response.getStatusLine().getStatusCode(),
          headers,
          json,
          Content.of(body, json, headers.getOrDefault("content-type", "")));
    }
  }

  private static byte[] body(HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    byte[] body = content.readNBytes(LARGEST_ANSWER + 1);
    if (body.length <= LARGEST_ANSWER) {
      content.close();
    }
    return body;
  }

  private static Map<String, String> headers(CloseableHttpResponse response) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getAllHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null ? MissingNode.getInstance() : json;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Checks a pooled connection before each use, not only after 2 s of idleness ({@code
   * PoolingHttpClientConnectionManager}): a password is not sent again. The setter has no
   * replacement for a client built elsewhere.
   */
  @SuppressWarnings("deprecation")
  private static RequestConfig limits(Deadline deadline) {
    int left = deadline.leftMillis();
    return RequestConfig.custom()
        .setStaleConnectionCheckEnabled(true)
        .setConnectionRequestTimeout(left)
        .setConnectTimeout(left)
        .setSocketTimeout(left)
        .setRedirectsEnabled(false)
        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
        .build();
  }

  /** The client's own limits end with the deadline and may fire first. */
  private static boolean isTimeout(IOException e) {
    return e instanceof SocketTimeoutException || e instanceof ConnectTimeoutException;
  }

  /** Names only the kind of failure: exception messages may echo the request. */
  private static String describe(IOException e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root == e
        ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName() + ": " + root.getClass().getSimpleName();
  }
}
