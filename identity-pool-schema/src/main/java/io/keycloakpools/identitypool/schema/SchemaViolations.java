package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

public final class SchemaViolations {

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("required", "identitySchemaRequired"),
          Map.entry("dependentRequired", "identitySchemaDependentRequired"),
          Map.entry("minLength", "identitySchemaMinLength"),
          Map.entry("maxLength", "identitySchemaMaxLength"),
          Map.entry("pattern", "identitySchemaPattern"),
          Map.entry("enum", "identitySchemaEnum"),
          Map.entry("const", "identitySchemaConst"),
          Map.entry("minimum", "identitySchemaMinimum"),
          Map.entry("maximum", "identitySchemaMaximum"),
          Map.entry("exclusiveMinimum", "identitySchemaExclusiveMinimum"),
          Map.entry("exclusiveMaximum", "identitySchemaExclusiveMaximum"),
          Map.entry("multipleOf", "identitySchemaMultipleOf"),
          Map.entry("minItems", "identitySchemaMinItems"),
          Map.entry("maxItems", "identitySchemaMaxItems"),
          Map.entry("uniqueItems", "identitySchemaUniqueItems"),
          Map.entry("minContains", "identitySchemaMinContains"),
          Map.entry("maxContains", "identitySchemaMaxContains"),
          Map.entry("items", "identitySchemaMoreItems"),
          Map.entry("unevaluatedItems", "identitySchemaMoreItems"),
          Map.entry("additionalProperties", "identitySchemaAdditionalProperties"),
          Map.entry("unevaluatedProperties", "identitySchemaAdditionalProperties"),
          Map.entry("propertyNames", "identitySchemaPropertyNames"),
          Map.entry("minProperties", "identitySchemaMinProperties"),
          Map.entry("maxProperties", "identitySchemaMaxProperties"),
          Map.entry("not", "identitySchemaNot"),
          Map.entry("false", "identitySchemaFalse"),
          Map.entry("anyOf", "identitySchemaAnyOf"),
          Map.entry("oneOf", "identitySchemaOneOf"));

  private static final Set<String> LINES = Set.of("integer", "number", "boolean");

  private SchemaViolations() {}

  public static SchemaViolation of(
      String pointer, String keyword, String messageKey, List<String> parameters) {
    String field = Pointers.field(pointer);
    return new SchemaViolation(
        pointer,
        field,
        keyword,
        messageKey,
        Stream.concat(Stream.of(field), parameters.stream()).toList());
  }

  /**
   * One for each place and keyword.
   *
   * @param schema as {@code Expansion} made it
   */
  public static List<SchemaViolation> of(List<Error> errors, JsonNode schema) {
    Set<SchemaViolation> violations = new LinkedHashSet<>();
    new Alternatives(schema, violations).add(errors, 0);
    return violations.stream().limit(Bounds.VIOLATIONS).toList();
  }

  static SchemaViolation violation(Error error) {
    String keyword = error.getKeyword();
    String place = pointer(error.getInstanceLocation());
    return switch (keyword) {
      case "required" ->
          of(Pointers.append(place, error.getProperty()), keyword, key(keyword), List.of());
      case "dependentRequired" ->
          of(
              Pointers.append(place, argument(error, 0)),
              keyword,
              key(keyword),
              List.of(argument(error, 1)));
      case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
          of(Pointers.append(place, error.getProperty()), keyword, key(keyword), List.of());
      case "type" -> type(error, place);
      case "format" -> format(error, place);
      case "const" ->
          of(place, keyword, key(keyword), List.of(text(error.getSchemaNode(), keyword)));
      case "enum", "not", "false", "pattern", "uniqueItems", "items", "unevaluatedItems" ->
          of(place, keyword, key(keyword), List.of());
      default ->
          KEYS.containsKey(keyword)
              ? of(place, keyword, key(keyword), List.of(argument(error, 0)))
              : of(place, keyword, "identitySchemaInvalid", List.of());
    };
  }

  static String key(String keyword) {
    return KEYS.get(keyword);
  }

  private static SchemaViolation type(Error error, String place) {
    JsonNode type = error.getSchemaNode();
    List<String> types = new ArrayList<>();
    if (type != null && type.isTextual()) {
      types.add(type.textValue());
    } else if (type != null) {
      type.forEach(each -> types.add(each.asText()));
      types.remove("null");
    }
    return type(place, types);
  }

  static SchemaViolation type(String pointer, List<String> types) {
    return of(pointer, "type", "identitySchemaType." + word(types), List.of());
  }

  static SchemaViolation items(String pointer, List<String> types) {
    String word = word(types);
    return of(
        pointer,
        "type",
        "identitySchemaLines." + (LINES.contains(word) ? word : "several"),
        List.of());
  }

  private static String word(List<String> types) {
    return types.size() == 1 ? types.get(0) : "several";
  }

  private static final Set<String> WORDED =
      Set.of("date", "date-time", "time", "email", "idn-email", "uri", "iri", "tel", "uuid");

  private static SchemaViolation format(Error error, String place) {
    String format = argument(error, 0);
    return WORDED.contains(format)
        ? of(place, "format", "identitySchemaFormat." + format, List.of())
        : of(place, "format", "identitySchemaFormat.other", List.of(format));
  }

  private static String text(JsonNode node, String keyword) {
    JsonNode value =
        node != null && node.isObject() && node.has(keyword) ? node.get(keyword) : node;
    return value == null ? "" : value.isTextual() ? value.textValue() : value.toString();
  }

  private static String argument(Error error, int index) {
    Object[] arguments = error.getArguments();
    return arguments != null && index < arguments.length
        ? shortened(String.valueOf(arguments[index]))
        : "";
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  static String pointer(NodePath path) {
    return pointer(path, path.getNameCount());
  }

  static String pointer(NodePath path, int steps) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < Math.min(steps, path.getNameCount()); i++) {
      pointer.append(Pointers.append("", String.valueOf(path.getElement(i))));
    }
    return pointer.toString();
  }
}
