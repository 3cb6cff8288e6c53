package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.form.FormField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The values of a form when it is shown.
 *
 * @param submitted decoded form parameters; the first time, values that the application sends
 *     along, such as the e-mail address of an invitation
 * @param stored values of the field's attribute
 */
record PageEntries(
    Map<String, List<String>> submitted, Shown shown, Function<String, List<String>> stored) {

  enum Shown {
    FIRST,
    AGAIN
  }

  PageEntries(Map<String, List<String>> submitted, Shown shown) {
    this(submitted, shown, attribute -> List.of());
  }

  List<String> of(FormField field) {
    return field.access().reads()
        ? field.shown(values(field).stream().filter(value -> !value.isEmpty()).toList())
        : List.of();
  }

  private List<String> values(FormField field) {
    List<String> entered =
        submitted.getOrDefault(field.attribute(), List.of()).stream()
            .filter(Objects::nonNull)
            .toList();
    List<String> kept = stored.apply(field.attribute());
    return switch (shown) {
      case AGAIN -> submitted.containsKey(field.attribute()) ? entered : kept;
      case FIRST -> {
        List<String> known = entered.isEmpty() ? kept : entered;
        yield known.isEmpty() && field.access().writes() ? field.defaults() : known;
      }
    };
  }
}
