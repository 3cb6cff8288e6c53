package io.keycloakpools.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Sends a request and waits; every request is bounded in time. */
public final class JsonHttp {
  /** Guards against a hang: where several servers start at once, one answers late. */
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private static final HttpClient CLIENT = builder().build();

  private JsonHttp() {}

  public static HttpClient client(SSLContext trust) {
    return builder().sslContext(trust).build();
  }

  public static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(TIMEOUT);
  }

  public static HttpRequest.BodyPublisher json(Object value) {
    return BodyPublishers.ofString(Json.write(value));
  }

  public static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    return BodyPublishers.ofString(encode(fields));
  }

  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public static HttpResponse<String> text(HttpRequest request) {
    return text(CLIENT, request);
  }

  public static HttpResponse<String> text(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  public static JsonAnswer send(HttpRequest request) {
    return send(CLIENT, request);
  }

  public static JsonAnswer send(HttpClient client, HttpRequest request) {
    long start = System.nanoTime();
    HttpResponse<String> response = text(client, request);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new JsonAnswer(
        response.statusCode(), response.headers(), Json.read(response.body()), elapsed);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .followRedirects(HttpClient.Redirect.NEVER);
  }
}
