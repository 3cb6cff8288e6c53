package io.keycloakpools.common.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A setting that names things of the realm.
 *
 * @param key in the component's configuration
 */
public record ReferenceSetting(String key, ReferenceKind kind, Shape shape) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALUE = "value";

  /** How the names stand in the configuration. */
  public enum Shape {
    /** Each value is a name. */
    NAMES,
    /** The value is the JSON text of a map, whose values are names. */
    MAP
  }

  /** A setting with one name or several. */
  public static ReferenceSetting names(String key, ReferenceKind kind) {
    return new ReferenceSetting(key, kind, Shape.NAMES);
  }

  /** A setting that the admin console shows as a map to names. */
  public static ReferenceSetting map(String key, ReferenceKind kind) {
    return new ReferenceSetting(key, kind, Shape.MAP);
  }

  /** The names, trimmed, without blank ones. */
  public List<String> in(Map<String, List<String>> config) {
    return values(config)
        .filter(Objects::nonNull)
        .flatMap(this::read)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether a value is there that has no text: what it was, nobody knows. */
  boolean damaged(Map<String, List<String>> config) {
    return values(config).anyMatch(Objects::isNull);
  }

  /** The values with other names; as many as before. */
  List<String> renamed(Map<String, List<String>> config, UnaryOperator<String> name) {
    return values(config).map(value -> value == null ? null : write(value, name)).toList();
  }

  private Stream<String> values(Map<String, List<String>> config) {
    List<String> values = config.get(key);
    return values == null ? Stream.empty() : values.stream();
  }

  private Stream<String> read(String value) {
    return switch (shape) {
      case NAMES -> Stream.of(value);
      case MAP -> pairs(tree(value)).map(pair -> pair.path(VALUE).asText(""));
    };
  }

  private String write(String value, UnaryOperator<String> name) {
    if (shape == Shape.NAMES) {
      return value.isBlank() ? value : name.apply(value.strip());
    }
    JsonNode map = tree(value);
    boolean changed = false;
    for (ObjectNode pair : pairs(map).toList()) {
      String before = pair.path(VALUE).asText("").strip();
      String after = before.isEmpty() ? before : name.apply(before);
      changed |= !after.equals(before);
      pair.put(VALUE, after);
    }
    return changed ? map.toString() : value;
  }

  private static Stream<ObjectNode> pairs(JsonNode map) {
    return map.isArray()
        ? map.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
        : Stream.empty();
  }

  /** Text that is no JSON names nothing: whoever reads the setting says what is wrong with it. */
  private static JsonNode tree(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
