package io.keycloakpools.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The answer of a JSON service; the body is a missing node when there was no JSON. */
public record JsonAnswer(int status, HttpHeaders headers, JsonNode body, Duration elapsed) {
  public boolean ok() {
    return status / 100 == 2;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Bodies may hold tokens, so only their field names show. */
  @Override
  public String toString() {
    return "JsonAnswer[status=" + status + ", fields=" + fieldNames() + "]";
  }

  private String fieldNames() {
    return body.propertyStream().map(Map.Entry::getKey).toList().toString();
  }
}
