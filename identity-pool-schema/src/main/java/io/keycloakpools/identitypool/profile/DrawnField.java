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
 * A field in annotations for the consoles and Keycloak's own profile pages: Server Administration
 * Guide, "Managing user attributes".
 */
record DrawnField(FormField field) {

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
   * Not for choices: the consoles look at this first and would ignore {@code inputType} ({@code
   * UserProfileFields} of {@code keycloak-ui-shared}). All values are saved either way.
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

  /** The schema's help, or else how to write the value: there is room for one text. */
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
   * Several choices are checkboxes. Keycloak's {@code multiselect} cannot be emptied: an HTML list
   * without a choice sends nothing, and the consoles add the label instead of removing the choice
   * ({@code SelectComponent} of {@code keycloak-ui-shared}).
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

  /** Keycloak's profile has no checkbox: yes and no are a choice. */
  private List<FormField.Option> options() {
    return field.kind() == InputKind.CHECKBOX
        ? List.of(
            new FormField.Option("true", message("identityPoolYes")),
            new FormField.Option("false", message("identityPoolNo")))
        : field.options();
  }

  static String message(String key) {
    return "${" + key + "}";
  }
}
