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

/** A setting that names objects of the realm. */
public record ReferenceSetting(String key, ReferenceKind kind, Shape shape) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALUE = "value";

  public enum Shape {
    /** Each value is a name. */
    NAMES,
    /** The value is a JSON map to names. */
    MAP
  }

  public static ReferenceSetting names(String key, ReferenceKind kind) {
    return new ReferenceSetting(key, kind, Shape.NAMES);
  }

  public static ReferenceSetting map(String key, ReferenceKind kind) {
    return new ReferenceSetting(key, kind, Shape.MAP);
  }

  /** Trimmed, without blank names. */
  public List<String> in(Map<String, List<String>> config) {
    return values(config)
        .filter(Objects::nonNull)
        .flatMap(this::read)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** A null value is a lost name. */
  boolean damaged(Map<String, List<String>> config) {
    return values(config).anyMatch(Objects::isNull);
  }

  /** Keeps the number of values. */
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

  /** Invalid JSON names nothing; the reader of the setting reports it. */
  private static JsonNode tree(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
