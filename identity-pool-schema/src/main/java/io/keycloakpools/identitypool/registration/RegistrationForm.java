package io.keycloakpools.identitypool.registration;

import static java.util.stream.Collectors.toSet;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.form.InputKind;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.schema.ShownTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

final class RegistrationForm {

  private RegistrationForm() {}

  /** Before the schema's fields, those that the realm's profile requires, such as the username. */
  static FormModel of(KeycloakSession session, IdentityPool pool) {
    FormModel schema = pool.payload().form();
    List<FormField> fields = new ArrayList<>(ofProfile(session, schema));
    boolean asksUsername = !session.getContext().getRealm().isRegistrationEmailAsUsername();
    schema.fields().stream()
        .filter(field -> field.access().writes())
        .filter(field -> asksUsername || !field.attribute().equals(UserModel.USERNAME))
        .forEach(fields::add);
    return new FormModel(schema.header(), fields);
  }

  private static List<FormField> ofProfile(KeycloakSession session, FormModel schema) {
    Set<String> declared = schema.fields().stream().map(FormField::attribute).collect(toSet());
    Attributes profile =
        session
            .getProvider(UserProfileProvider.class)
            .create(UserProfileContext.REGISTRATION, Map.of())
            .getAttributes();
    return profile.getReadable().keySet().stream()
        .filter(name -> !declared.contains(name))
        .filter(name -> profile.isRequired(name) && !profile.isReadOnly(name))
        .map(profile::getMetadata)
        .sorted(Comparator.comparingInt(AttributeMetadata::getGuiOrder))
        .map(RegistrationForm::field)
        .toList();
  }

  private static FormField field(AttributeMetadata metadata) {
    return field(metadata.getName(), metadata.getAttributeDisplayName(), true);
  }

  static FormField field(String name, String displayName, boolean required) {
    boolean isEmail = name.equals(UserModel.EMAIL);
    boolean isKnown = isEmail || name.equals(UserModel.USERNAME);
    return FormField.ofProfile(
        name,
        isEmail ? InputKind.EMAIL : InputKind.TEXT,
        ShownTexts.drawn(Optional.ofNullable(displayName).orElse(name)),
        required,
        isKnown ? Optional.of(name) : Optional.empty());
  }
}
