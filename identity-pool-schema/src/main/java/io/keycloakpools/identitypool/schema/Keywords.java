package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Pointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keywords of JSON Schema 2020-12, and ours. */
public final class Keywords {

  public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  public static final Set<String> ONE =
      Set.of(
          "additionalProperties",
          "items",
          "contains",
          "not",
          "if",
          "then",
          "else",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties");

  public static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  public static final Set<String> MAP =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

  /** Places of schemas that are only used by references. */
  public static final Set<String> DEFINITIONS = Set.of("$defs", "definitions");

  private static final Set<String> OF_PARTS =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "contains",
          "unevaluatedItems");

  private static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  public static final Map<String, Set<String>> BY_TYPE =
      Map.ofEntries(
          Map.entry("minLength", Set.of("string")),
          Map.entry("maxLength", Set.of("string")),
          Map.entry("pattern", Set.of("string")),
          Map.entry("format", Set.of("string")),
          Map.entry("minimum", Set.of("integer", "number")),
          Map.entry("maximum", Set.of("integer", "number")),
          Map.entry("exclusiveMinimum", Set.of("integer", "number")),
          Map.entry("exclusiveMaximum", Set.of("integer", "number")),
          Map.entry("multipleOf", Set.of("integer", "number")),
          Map.entry("items", Set.of("array")),
          Map.entry("prefixItems", Set.of("array")),
          Map.entry("contains", Set.of("array")),
          Map.entry("minContains", Set.of("array")),
          Map.entry("maxContains", Set.of("array")),
          Map.entry("minItems", Set.of("array")),
          Map.entry("maxItems", Set.of("array")),
          Map.entry("uniqueItems", Set.of("array")),
          Map.entry("unevaluatedItems", Set.of("array")),
          Map.entry("properties", Set.of("object")),
          Map.entry("patternProperties", Set.of("object")),
          Map.entry("additionalProperties", Set.of("object")),
          Map.entry("unevaluatedProperties", Set.of("object")),
          Map.entry("propertyNames", Set.of("object")),
          Map.entry("required", Set.of("object")),
          Map.entry("dependentRequired", Set.of("object")),
          Map.entry("dependentSchemas", Set.of("object")),
          Map.entry("minProperties", Set.of("object")),
          Map.entry("maxProperties", Set.of("object")));

  private static final Set<String> ANY_TYPE =
      Set.of("type", "enum", "const", "allOf", "anyOf", "oneOf", "not", "if", "then", "else");

  static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "$comment",
          "contentEncoding",
          "contentMediaType",
          "contentSchema",
          "hidden",
          "ui:order",
          "ui:widget",
          "ui:placeholder",
          "ui:help",
          "ui:enumNames",
          "ui:autocomplete",
          "ui:inputType",
          OwnMessage.KEYWORD,
          TimeZones.KEYWORD);

  private static final Set<String> CORE =
      Set.of("$schema", "$id", "$ref", "$anchor", "$defs", "definitions");

  /** They would make a reference mean something else on each path to it. */
  public static final Set<String> REFUSED =
      Set.of("$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary");

  private static final Map<String, String> REPLACED =
      Map.of(
          "additionalItems",
          "items",
          "id",
          "$id",
          "divisibleBy",
          "multipleOf",
          "disallow",
          "not",
          "extends",
          "allOf");

  public static final Set<String> KNOWN = known();

  public record Child(String keyword, String name, JsonNode schema) {

    public String pointer(String parent) {
      String place = Pointers.append(parent, keyword);
      return name.isEmpty() && ONE.contains(keyword) ? place : Pointers.append(place, name);
    }
  }

  private Keywords() {}

  private static Set<String> known() {
    Set<String> known = new HashSet<>(BY_TYPE.keySet());
    known.addAll(ANY_TYPE);
    known.addAll(ANNOTATIONS);
    known.addAll(CORE);
    known.addAll(REFUSED);
    return Set.copyOf(known);
  }

  public static boolean isAssertion(String keyword) {
    return BY_TYPE.containsKey(keyword) || ANY_TYPE.contains(keyword);
  }

  /** Whether its schema applies to the same value as the schema around it. */
  public static boolean isInPlace(String keyword) {
    return IN_PLACE.contains(keyword);
  }

  /** Whether its schema applies to parts of the value. */
  static boolean isOfPart(String keyword) {
    return OF_PARTS.contains(keyword);
  }

  public static Optional<String> replaced(String keyword, JsonNode value) {
    if (keyword.equals("dependencies")) {
      boolean schemas = value.valueStream().anyMatch(each -> !each.isArray());
      return Optional.of(schemas ? "dependentSchemas" : "dependentRequired");
    }
    return Optional.ofNullable(REPLACED.get(keyword));
  }

  public static List<Child> children(JsonNode schema) {
    List<Child> children = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      JsonNode value = member.getValue();
      if (ONE.contains(keyword)) {
        children.add(new Child(keyword, "", value));
      } else if (LIST.contains(keyword)) {
        for (int i = 0; i < value.size(); i++) {
          children.add(new Child(keyword, i + "", value.get(i)));
        }
      } else if (MAP.contains(keyword)) {
        value.properties().forEach(e -> children.add(new Child(keyword, e.getKey(), e.getValue())));
      }
    }
    return children;
  }
}
