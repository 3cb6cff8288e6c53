package io.keycloakpools.identitypool.registration;

import java.util.List;
import java.util.Map;

/**
 * The error texts of a form.
 *
 * @param ofPage errors without a field on the page
 * @param ofFields by name of the field
 */
record PageErrors(List<String> ofPage, Map<String, String> ofFields) {

  PageErrors {
    ofPage = List.copyOf(ofPage);
    ofFields = Map.copyOf(ofFields);
  }

  String of(String field) {
    return ofFields.getOrDefault(field, "");
  }
}
