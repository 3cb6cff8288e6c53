package io.keycloakpools.identitypool.registration;

import java.util.List;
import java.util.Map;

/**
 * What is wrong with a form, in words.
 *
 * @param ofPage what belongs to no field that is shown
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
