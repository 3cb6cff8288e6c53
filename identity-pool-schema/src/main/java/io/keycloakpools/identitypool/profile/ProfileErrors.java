package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.profile.rules.ReservedUsername;
import io.keycloakpools.identitypool.profile.rules.SchemaErrors;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.keycloak.models.UserModel;
import org.keycloak.validate.ValidationError;

record ProfileErrors(
    Occasion occasion,
    Map<String, List<String>> values,
    Predicate<String> writable,
    Predicate<String> shown) {

  private static final String VALIDATOR = "identity-pool";

  Map<String, List<ValidationError>> byAttribute() {
    List<ValidationError> errors = new ArrayList<>();
    occasion
        .placement()
        .refusal()
        .ifPresent(key -> errors.add(error(occasion.writing().refusalField(), key)));
    occasion.target().ifPresent(pool -> errors.addAll(inPool(pool)));
    Map<String, List<ValidationError>> byAttribute = new HashMap<>();
    errors.forEach(
        error ->
            byAttribute
                .computeIfAbsent(error.getInputHint(), attribute -> new ArrayList<>())
                .add(error));
    return byAttribute;
  }

  private List<ValidationError> inPool(IdentityPool pool) {
    List<ValidationError> errors = new ArrayList<>();
    String nameField = occasion.writing().nameField();
    String name = values.getOrDefault(nameField, List.of()).stream().findFirst().orElse("");
    if (ReservedUsername.isTaken(name, occasion.stored().map(UserModel::getUsername))) {
      errors.add(error(nameField, "identityPoolNameKept"));
    }
    errors.addAll(inSchema(pool.payload()));
    // Only admins write metadata, so only admins can break or fix them.
    if (occasion.writing().byAdmin()) {
      errors.addAll(inSchema(pool.metadata()));
    }
    return errors;
  }

  private List<ValidationError> inSchema(CompiledSchema schema) {
    SchemaErrors rules =
        new SchemaErrors(
            occasion.writing(),
            occasion.placement().move(),
            values,
            occasion.storedAttributes(),
            writable,
            shown);
    return rules.of(schema.codec()).stream().map(found -> error(schema, found)).toList();
  }

  private ValidationError error(CompiledSchema schema, SchemaErrors.FieldError found) {
    ViolationText text = ViolationText.of(occasion, schema.form(), found.violation());
    return error(found.attribute(), text.messageKey(), text.parameters().toArray());
  }

  private static ValidationError error(String attribute, String messageKey, Object... parameters) {
    return new ValidationError(VALIDATOR, attribute, messageKey, parameters);
  }
}
