package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.form.FormField;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the fields of a form hold when it is shown.
 *
 * @param submitted decoded form parameters; on the first time what the application knows, such as
 *     the e-mail address of an invitation
 */
record PageEntries(Map<String, List<String>> submitted, Shown shown) {

  /** How often the person has seen the form. */
  enum Shown {
    FIRST,
    AGAIN
  }

  List<String> of(FormField field) {
    if (!field.access().reads()) {
      return List.of();
    }
    List<String> values =
        submitted.getOrDefault(field.attribute(), List.of()).stream()
            .filter(Objects::nonNull)
            .toList();
    return switch (shown) {
      case AGAIN -> values;
      case FIRST -> values.isEmpty() ? field.defaults() : values;
    };
  }
}
