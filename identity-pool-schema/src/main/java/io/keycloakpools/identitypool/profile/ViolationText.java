package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.text.AdminLanguage;
import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.form.InputKind;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.LinkedText;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.text.ConsoleTexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How to fix a violation with the input that is shown, or the schema's own text.
 *
 * @param parameters from {@code {1}}; Keycloak puts the field before them
 */
record ViolationText(String messageKey, List<String> parameters) {

  static ViolationText of(Occasion occasion, FormModel form, SchemaViolation violation) {
    Optional<FormField> field = field(form, violation.pointer());
    return field
        .flatMap(FormField::message)
        .filter(
            message ->
                message.replaces(violation) || field.filter(ViolationText::mustTick).isPresent())
        .map(message -> ofSchema(occasion, message.in(locale(occasion))))
        .orElseGet(
            () ->
                new ViolationText(
                    inNotation(occasion, messageKey(occasion, field, violation)),
                    limits(form, violation)));
  }

  private static ViolationText ofSchema(Occasion occasion, String text) {
    return new ViolationText(inNotation(occasion, "identitySchemaOwn"), List.of(text));
  }

  private static boolean mustTick(FormField field) {
    return field.kind() == InputKind.CHECKBOX && field.required();
  }

  private static Optional<FormField> field(FormModel form, String pointer) {
    String place = pointer;
    while (!place.isEmpty()) {
      Optional<FormField> field = form.at(place);
      if (field.isPresent()) {
        return field;
      }
      place = Pointers.parent(place);
    }
    return Optional.empty();
  }

  private static String messageKey(
      Occasion occasion, Optional<FormField> field, SchemaViolation violation) {
    boolean box = field.filter(each -> each.kind() == InputKind.CHECKBOX).isPresent();
    if (!box || occasion.writing().byProgram()) {
      return violation.messageKey();
    }
    if (field.filter(ViolationText::mustTick).isPresent()) {
      return occasion.writing().isPage() ? "identitySchemaTick" : "identitySchemaYes";
    }
    return switch (violation.keyword()) {
      case "const" -> occasion.writing().isPage() ? "identitySchemaUntick" : "identitySchemaNo";
      case "required" ->
          occasion.writing().isPage() ? "identitySchemaBox" : "identitySchemaYesOrNo";
      default -> violation.messageKey();
    };
  }

  private static List<String> limits(FormModel form, SchemaViolation violation) {
    List<String> limits = violation.parameters().stream().skip(1).toList();
    if (!violation.keyword().equals("dependentRequired")) {
      return limits;
    }
    String object = Pointers.parent(violation.pointer());
    return limits.stream()
        .map(name -> form.at(Pointers.append(object, name)).map(FormField::label).orElse(name))
        .map(LinkedText::withoutAddresses)
        .toList();
  }

  private static String inNotation(Occasion occasion, String messageKey) {
    return switch (occasion.context()) {
      case ACCOUNT, USER_API -> ConsoleTexts.key(messageKey);
      case REGISTRATION, UPDATE_PROFILE, UPDATE_EMAIL, IDP_REVIEW, SCIM -> messageKey;
    };
  }

  private static Locale locale(Occasion occasion) {
    return switch (occasion.context()) {
      case USER_API, SCIM -> AdminLanguage.of(occasion.session());
      case REGISTRATION, UPDATE_PROFILE, UPDATE_EMAIL, IDP_REVIEW, ACCOUNT ->
          occasion.session().getContext().resolveLocale(occasion.stored().orElse(null));
    };
  }
}
