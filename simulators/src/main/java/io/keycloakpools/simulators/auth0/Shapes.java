package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * The project's own description of the Auth0 endpoints and members in use ({@code shapes.json}), as
 * JSON Schema 2020-12. The simulator and the adapter are validated against it.
 */
public final class Shapes {

  private static final JsonNode ALL = load();

  private Shapes() {}

  /** Returns the fields of a form or query; empty for an endpoint that is not described. */
  public static Optional<JsonNode> request(String method, String rawPath) {
    return find(ALL.path("requests"), method, rawPath).map(Shapes::schema);
  }

  public static Optional<JsonNode> answers(String method, String rawPath) {
    return find(ALL.path("answers"), method, rawPath);
  }

  static JsonNode schema(JsonNode answer) {
    ObjectNode schema = answer.deepCopy();
    schema.set("$schema", ALL.path("$schema"));
    schema.set("$defs", ALL.path("$defs"));
    return schema;
  }

  static JsonNode named(String name) {
    return schema(ALL.path("$defs").path(name));
  }

  private static Optional<JsonNode> find(JsonNode described, String method, String rawPath) {
    return described.properties().stream()
        .filter(each -> matches(each.getKey(), method + " " + rawPath))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String template, String asked) {
    return asked.matches(template.replaceAll("\\{\\w+}", "[^/]+"));
  }

  private static JsonNode load() {
    try (InputStream file = Shapes.class.getResourceAsStream("shapes.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
