package io.keycloakpools.identitypool.schema;

import java.util.List;

/**
 * Why a document does not fit its schema, at one place.
 *
 * @param pointer JSON Pointer (RFC 6901) into the document: of the value, or of where a missing
 *     value should be; empty for the whole document
 * @param field the last name in the pointer that is not an index of an array; empty for the whole
 *     document
 * @param keyword keyword of JSON Schema that says so, or one of ours: {@code tooComplex}, {@code
 *     tooLong}
 * @param messageKey key of the text in the message bundles of this module
 * @param parameters for the text; {@code {0}} is always the field, which a page may replace by its
 *     label, {@code {1}} and on are limits. Never the value itself, unless the schema says it
 */
public record SchemaViolation(
    String pointer, String field, String keyword, String messageKey, List<String> parameters) {

  public SchemaViolation {
    parameters = List.copyOf(parameters);
  }
}
