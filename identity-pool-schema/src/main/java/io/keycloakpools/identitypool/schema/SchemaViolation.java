package io.keycloakpools.identitypool.schema;

import io.keycloakpools.identitypool.json.Pointers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a document does not fit its schema, at one place.
 *
 * @param pointer JSON Pointer (RFC 6901) into the document: of the value, or of where a missing
 *     value should be; empty for the whole document
 * @param field the last name in the pointer that is not an index of an array; empty for the whole
 *     document
 * @param keyword keyword of JSON Schema that says so, or one of ours: {@code tooComplex}, {@code
 *     tooLong}, {@code blank}, {@code character}, {@code invalid}
 * @param messageKey key of the text in the message bundles of this module
 * @param parameters for the text; {@code {0}} is always the field, which a page may replace by its
 *     label, {@code {1}} and on are limits. Never the value itself, unless the schema says it
 */
public record SchemaViolation(
    String pointer, String field, String keyword, String messageKey, List<String> parameters) {

  public SchemaViolation {
    parameters = List.copyOf(parameters);
  }

  /** A value that is of none of the types that it may have. */
  public static SchemaViolation type(String pointer, Set<ValueType> types) {
    return SchemaViolations.type(pointer, names(types));
  }

  /** A list of simple values, one of which is of none of the types that they may have. */
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

  /** A member that the schema does not declare. */
  public static SchemaViolation undeclared(String name) {
    return SchemaViolations.of(
        Pointers.append("", name),
        "additionalProperties",
        "identitySchemaAdditionalProperties",
        List.of());
  }

  /** A text of spaces, where none can be kept. */
  public static SchemaViolation blank(String pointer) {
    return SchemaViolations.of(pointer, "blank", "identitySchemaBlank", List.of());
  }

  /** Several values, where one is kept. */
  public static SchemaViolation single(String pointer) {
    return SchemaViolations.of(pointer, "type", "identitySchemaSingle", List.of());
  }

  /** The same, of another place. */
  public SchemaViolation at(String place) {
    List<String> limits = parameters.stream().skip(1).toList();
    return SchemaViolations.of(place, keyword, messageKey, limits);
  }

  /** Whether there is no value where one should be. */
  public boolean isMissing() {
    return keyword.equals("required") || keyword.equals("dependentRequired");
  }

  /** A value that is longer than an attribute keeps, in characters as it is written there. */
  public static SchemaViolation tooLong(String pointer, int longest) {
    return SchemaViolations.of(
        pointer, "tooLong", "identitySchemaTooLong", List.of(Integer.toString(longest)));
  }
}
