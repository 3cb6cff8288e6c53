package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.json.Bounds;
import java.util.List;
import java.util.Map;

/** Limits a form whose sender is unknown. */
final class SubmittedForm {

  /** All fields that a schema can have, and some for other form actions. */
  static final int MOST_FIELDS = Bounds.FIELDS + 50;

  static final int MOST_VALUES = 2_000;

  static final int MOST_CHARACTERS = Bounds.DOCUMENT_BYTES;

  private SubmittedForm() {}

  static boolean isTooLarge(Map<String, List<String>> form) {
    if (form.size() > MOST_FIELDS) {
      return true;
    }
    long values = 0;
    long characters = 0;
    for (Map.Entry<String, List<String>> field : form.entrySet()) {
      values += field.getValue().size();
      characters += field.getKey().length();
      for (String value : field.getValue()) {
        characters += value == null ? 0 : value.length();
      }
    }
    return values > MOST_VALUES || characters > MOST_CHARACTERS;
  }
}
