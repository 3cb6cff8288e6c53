package io.keycloakpools.simulators.cognito;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

record HttpRequest(String method, URI uri, Headers headers, String body) {
  private static final String PREFIX = "AWSCognitoIdentityProviderService.";

  static HttpRequest of(HttpExchange exchange) throws IOException {
    return new HttpRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  Optional<Operation> operation() {
    return header("X-Amz-Target")
        .filter(target -> target.startsWith(PREFIX))
        .flatMap(target -> Operation.named(target.substring(PREFIX.length())));
  }

  String operationName() {
    String target = header("X-Amz-Target").orElse("");
    return target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : target;
  }

  @Override
  public String toString() {
    return "HttpRequest[" + operationName() + "]";
  }
}
