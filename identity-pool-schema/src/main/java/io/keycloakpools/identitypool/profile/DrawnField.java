package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.InputKind;
import io.keycloakpools.identitypool.schema.LinkedText;
import io.keycloakpools.identitypool.schema.ShownTexts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field as the consoles, and the pages that Keycloak draws of the user profile, are to show it:
 * the annotations of Keycloak's Server Administration Guide, "Managing user attributes".
 */
record DrawnField(FormField field) {

  /** Annotation of Keycloak's with a text that helps. */
  static final String HELP = "inputHelperTextBefore";

  /** "Address: Street", unless one of the two is the key of a message. */
  String label() {
    return field
        .group()
        .filter(group -> !ShownTexts.isReference(group) && !ShownTexts.isReference(field.label()))
        .map(group -> group + ": " + field.label())
        .map(LinkedText::withAddresses)
        .orElseGet(() -> LinkedText.withAddresses(field.label()));
  }

  /**
   * Whether there is an input of text for each value. Not where values are chosen: the consoles
   * look at this first, and would never get to {@code inputType} ({@code UserProfileFields} of
   * {@code keycloak-ui-shared}). What is saved has all values either way.
   */
  boolean isMultivalued() {
    return switch (field.kind()) {
      case LINES -> true;
      case TEXT,
          EMAIL,
          TEL,
          URL,
          DATE,
          DATETIME_LOCAL,
          NUMBER,
          CHECKBOX,
          SELECT,
          RADIO,
          MULTI_SELECT,
          CHECKBOXES,
          TEXTAREA,
          JSON ->
          false;
    };
  }

  /** What of the values may be chosen; empty if they are entered. */
  List<String> choices() {
    return options().stream().map(FormField.Option::value).toList();
  }

  Map<String, Object> annotations() {
    Map<String, Object> annotations = new HashMap<>();
    annotations.put("inputType", inputType());
    // The consoles read no other text (TextComponent and its likes of keycloak-ui-shared).
    help().ifPresent(help -> annotations.put(HELP, help));
    field.placeholder().ifPresent(text -> annotations.put("inputTypePlaceholder", text));
    Map<String, String> labels = new LinkedHashMap<>();
    options().forEach(option -> labels.put(option.value(), option.label()));
    if (!labels.isEmpty()) {
      annotations.put("inputOptionLabels", labels);
    }
    return annotations;
  }

  /** What the schema says, or else how the value is written: there is room for one text. */
  Optional<String> help() {
    return field
        .help()
        .map(LinkedText::withAddresses)
        .or(
            () ->
                switch (field.kind()) {
                  case DATETIME_LOCAL -> Optional.of(message("identityPoolHintDateTime"));
                  case JSON -> Optional.of(message("identityPoolHintJson"));
                  default -> Optional.empty();
                });
  }

  /**
   * Several of a list are boxes: Keycloak's {@code multiselect} cannot be emptied on its pages,
   * since an HTML list of which nothing is chosen sends nothing, and in the consoles whoever takes
   * a choice away adds its label instead ({@code SelectComponent} of {@code keycloak-ui-shared}).
   */
  private String inputType() {
    return switch (field.kind()) {
      case TEXT, LINES, DATETIME_LOCAL -> "text";
      case EMAIL -> "html5-email";
      case TEL -> "html5-tel";
      case URL -> "html5-url";
      case DATE -> "html5-date";
      case NUMBER -> "html5-number";
      case CHECKBOX, SELECT -> "select";
      case RADIO -> "select-radiobuttons";
      case MULTI_SELECT, CHECKBOXES -> "multiselect-checkboxes";
      case TEXTAREA, JSON -> "textarea";
    };
  }

  /** Keycloak's profile has no box to tick: yes and no are a choice there. */
  private List<FormField.Option> options() {
    return field.kind() == InputKind.CHECKBOX
        ? List.of(
            new FormField.Option("true", message("identityPoolYes")),
            new FormField.Option("false", message("identityPoolNo")))
        : field.options();
  }

  /** A text that is looked up in the language of who reads it. */
  static String message(String key) {
    return "${" + key + "}";
  }
}
