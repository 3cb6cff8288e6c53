package io.keycloakpools.identitypool.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keycloak.models.utils.FormMessage;

/**
 * @param ofPage errors without a field on the page
 * @param ofFields by name of the field
 */
record PageErrors(List<String> ofPage, Map<String, String> ofFields) {

  static final PageErrors NONE = new PageErrors(List.of(), Map.of());

  PageErrors {
    ofPage = List.copyOf(ofPage);
    ofFields = Map.copyOf(ofFields);
  }

  static PageErrors of(
      List<FormMessage> messages, Predicate<String> isField, Function<FormMessage, String> text) {
    Map<String, String> ofFields = new LinkedHashMap<>();
    List<String> ofPage = new ArrayList<>();
    for (FormMessage message : messages) {
      if (message.getField() == null || !isField.test(message.getField())) {
        ofPage.add(text.apply(message));
      } else {
        ofFields.putIfAbsent(message.getField(), text.apply(message));
      }
    }
    return new PageErrors(ofPage, ofFields);
  }

  String of(String field) {
    return ofFields.getOrDefault(field, "");
  }
}
