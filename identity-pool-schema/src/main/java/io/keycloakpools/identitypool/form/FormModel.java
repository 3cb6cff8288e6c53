package io.keycloakpools.identitypool.form;

import io.keycloakpools.identitypool.schema.IdentitySchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a schema.
 *
 * @param header {@code description} of the schema; {@code ${key}} names a message of the theme
 * @param fields in the order in which they are shown
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public record FormModel(Optional<String> header, List<FormField> fields) {

  public FormModel {
    fields = List.copyOf(fields);
  }

  /** The form of a schema. */
  public static FormModel of(IdentitySchema schema) {
    throw new UnsupportedOperationException(schema.toString());
  }

  /**
   * What a submitted form says about the attributes of the schema: a box that is not ticked is
   * {@code false}, an empty input is absent, lines are values. Fields that the person may not write
   * are not in the result.
   *
   * @param submitted decoded form parameters, of any origin
   */
  public Map<String, List<String>> attributes(Map<String, List<String>> submitted) {
    throw new UnsupportedOperationException(submitted.toString());
  }
}
