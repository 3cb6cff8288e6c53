package io.keycloakpools.simulators.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

record CognitoCall(JsonNode body) {
  private static final int MOST_PER_PAGE = 60;

  static CognitoCall of(HttpRequest request) {
    return new CognitoCall(
        SimulatorJson.readObject(request.body())
            .orElseThrow(
                () -> new CognitoError("SerializationException", "Start of structure expected.")));
  }

  Optional<String> text(String member) {
    return nonEmpty(body.path(member));
  }

  String required(String member) {
    return text(member)
        .orElseThrow(() -> CognitoError.invalidParameter("Missing required parameter " + member));
  }

  Optional<String> parameter(String map, String name) {
    return nonEmpty(body.path(map).path(name));
  }

  String requiredParameter(String map, String name) {
    return parameter(map, name)
        .orElseThrow(() -> CognitoError.invalidParameter("Missing required parameter " + name));
  }

  Map<String, String> parameters(String map, String prefix) {
    Map<String, String> found = new TreeMap<>();
    body.path(map)
        .properties()
        .forEach(
            each -> {
              if (each.getKey().startsWith(prefix)) {
                found.put(each.getKey().substring(prefix.length()), each.getValue().asText());
              }
            });
    return found;
  }

  int limit() {
    JsonNode limit = body.path("Limit");
    int value = limit.asInt(MOST_PER_PAGE);
    if (value < 1 || value > MOST_PER_PAGE) {
      throw CognitoError.invalidParameter(
          "1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint: Member must have value %s"
              .formatted(
                  value,
                  value < 1
                      ? "greater than or equal to 1"
                      : "less than or equal to " + MOST_PER_PAGE));
    }
    return value;
  }

  @Override
  public String toString() {
    return "Call";
  }

  private static Optional<String> nonEmpty(JsonNode node) {
    return Optional.of(node.asText("")).filter(text -> !text.isEmpty());
  }
}
