package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

record Reply(HttpResponse<byte[]> response) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String text() {
    return new String(response.body(), UTF_8);
  }

  JsonNode json() {
    return json(text());
  }

  String text(String member) {
    return json().path(member).asText();
  }

  /** Status and error, for one assertion about both. */
  String error() {
    String code = json().path("errorCode").asText(json().path("error").asText());
    return status() + " " + code;
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
