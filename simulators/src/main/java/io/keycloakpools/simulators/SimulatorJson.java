package io.keycloakpools.simulators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

public final class SimulatorJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SimulatorJson() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static Optional<JsonNode> readObject(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static String padded(String json, int bytes) {
    if (!json.startsWith("{")) {
      return " ".repeat(bytes) + json;
    }
    String rest = json.equals("{}") ? "}" : "," + json.substring(1);
    return "{\"Padding\":\"" + "x".repeat(bytes) + "\"" + rest;
  }
}
