package io.keycloakpools.simulators;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param headers with case-insensitive names
 * @param remoteAddress the IP address of the peer
 */
public record HttpRequest(
    String method, URI uri, Headers headers, String remoteAddress, String body) {

  static HttpRequest of(HttpExchange exchange) throws IOException {
    return new HttpRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  @Override
  public String toString() {
    return "HttpRequest[" + method + " " + uri.getPath() + "]";
  }
}
