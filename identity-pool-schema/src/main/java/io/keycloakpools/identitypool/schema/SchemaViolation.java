package io.keycloakpools.identitypool.schema;

import io.keycloakpools.identitypool.json.Pointers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One place where a document does not fit its schema.
 *
 * @param pointer JSON Pointer (RFC 6901) to the value, or to the place of a missing one
 * @param field the last name in the pointer that is no array index; empty for the whole document
 * @param keyword of JSON Schema, or one of ours: {@code tooComplex}, {@code tooLong}, {@code
 *     blank}, {@code character}, {@code invalid}
 * @param parameters {@code {0}} is the field, which a page may replace by its label; limits follow.
 *     Never the value itself, unless the schema says it
 */
public record SchemaViolation(
    String pointer, String field, String keyword, String messageKey, List<String> parameters) {

  public SchemaViolation {
    parameters = List.copyOf(parameters);
  }

  public static SchemaViolation type(String pointer, Set<ValueType> types) {
    return SchemaViolations.type(pointer, names(types));
  }

  public static SchemaViolation items(String pointer, Set<ValueType> types) {
    return SchemaViolations.items(pointer, names(types));
  }

  private static List<String> names(Set<ValueType> types) {
    Set<String> names = new TreeSet<>();
    types.forEach(type -> names.add(type.code()));
    if (names.contains("number")) {
      names.remove("integer");
    }
    if (names.size() > 1) {
      names.remove("null");
    }
    return List.copyOf(names);
  }

  public static SchemaViolation undeclared(String name) {
    return SchemaViolations.of(
        Pointers.append("", name),
        "additionalProperties",
        "identitySchemaAdditionalProperties",
        List.of());
  }

  public static SchemaViolation blank(String pointer) {
    return SchemaViolations.of(pointer, "blank", "identitySchemaBlank", List.of());
  }

  public static SchemaViolation single(String pointer) {
    return SchemaViolations.of(pointer, "type", "identitySchemaSingle", List.of());
  }

  public SchemaViolation at(String place) {
    List<String> limits = parameters.stream().skip(1).toList();
    return SchemaViolations.of(place, keyword, messageKey, limits);
  }

  public boolean isMissing() {
    return keyword.equals("required") || keyword.equals("dependentRequired");
  }

  public static SchemaViolation tooLong(String pointer, int longest) {
    return SchemaViolations.of(
        pointer, "tooLong", "identitySchemaTooLong", List.of(Integer.toString(longest)));
  }
}
