package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says in our words what the validator found. */
final class SchemaViolations {

  /** Message keys by keyword. */
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

  private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

  private SchemaViolations() {}

  static SchemaViolation of(
      String pointer, String keyword, String messageKey, List<String> parameters) {
    String field = Pointers.field(pointer);
    return new SchemaViolation(
        pointer,
        field,
        keyword,
        messageKey,
        Stream.concat(Stream.of(field), parameters.stream()).toList());
  }

  /** Each place and keyword once; what is inside anyOf or oneOf is one violation of that. */
  static List<SchemaViolation> of(List<Error> errors) {
    Map<String, List<Error>> choices = new LinkedHashMap<>();
    Set<SchemaViolation> violations = new LinkedHashSet<>();
    for (Error error : errors) {
      int choice = choice(error.getEvaluationPath());
      if (choice >= 0) {
        String path = start(error.getEvaluationPath(), choice);
        choices.computeIfAbsent(path, key -> new ArrayList<>()).add(error);
      } else {
        violations.add(violation(error));
      }
    }
    choices.values().forEach(group -> violations.add(choice(group)));
    return violations.stream().limit(Bounds.VIOLATIONS).toList();
  }

  private static int choice(NodePath path) {
    for (int i = 0; i < path.getNameCount(); i++) {
      // A property may have that name as well.
      boolean name = i > 0 && Keywords.MAP.contains(String.valueOf(path.getElement(i - 1)));
      if (!name && CHOICES.contains(String.valueOf(path.getElement(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static String start(NodePath path, int last) {
    StringBuilder start = new StringBuilder();
    for (int i = 0; i <= last; i++) {
      start.append('/').append(path.getElement(i));
    }
    return start.toString();
  }

  /** A list of constants is how a schema gives the values of an enumeration their titles. */
  private static SchemaViolation choice(List<Error> group) {
    NodePath path = group.get(0).getEvaluationPath();
    String keyword = String.valueOf(path.getElement(choice(path)));
    String pointer =
        group.stream()
            .map(error -> pointer(error.getInstanceLocation()))
            .reduce(pointer(group.get(0).getInstanceLocation()), SchemaViolations::common);
    boolean constants =
        group.stream().allMatch(e -> Set.of("const", "enum", keyword).contains(e.getKeyword()))
            && group.stream().anyMatch(e -> !e.getKeyword().equals(keyword));
    return of(pointer, keyword, constants ? "identitySchemaEnum" : key(keyword), List.of());
  }

  private static String common(String a, String b) {
    String shorter = a;
    while (!b.equals(shorter) && !b.startsWith(shorter + "/")) {
      shorter = Pointers.parent(shorter);
    }
    return shorter;
  }

  private static SchemaViolation violation(Error error) {
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

  private static String key(String keyword) {
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

  /** A value that is of none of some types. */
  static SchemaViolation type(String pointer, List<String> types) {
    String rest = types.size() == 1 ? types.get(0) : "several";
    return of(pointer, "type", "identitySchemaType." + rest, List.of());
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

  private static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append(Pointers.append("", String.valueOf(path.getElement(i))));
    }
    return pointer.toString();
  }
}
