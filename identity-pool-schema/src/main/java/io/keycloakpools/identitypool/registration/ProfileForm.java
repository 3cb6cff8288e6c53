package io.keycloakpools.identitypool.registration;

import static java.util.stream.Collectors.toSet;

import io.keycloakpools.identitypool.attributes.AttributeNames;
import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.FormField.Access;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.pool.IdentityPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.forms.login.freemarker.model.AbstractUserProfileBean;
import org.keycloak.models.UserModel;

/**
 * The data that a user of a pool sees and changes at sign-in.
 *
 * @param form the fields of the pool's schemas, after the names that no schema declares
 * @param others attributes of the realm, which Keycloak draws
 * @param fillsInLanguage whether the page sends its language without showing it
 */
record ProfileForm(
    FormModel form, List<AbstractUserProfileBean.Attribute> others, boolean fillsInLanguage) {

  /**
   * @param languages whether the realm has several
   * @param hasValue whether a value exists that is not shown
   */
  static ProfileForm of(
      IdentityPool pool,
      AbstractUserProfileBean profile,
      boolean languages,
      Predicate<String> hasValue) {
    Predicate<String> filledIn = name -> languages && name.equals(UserModel.LOCALE);
    List<FormField> declared =
        Stream.concat(
                pool.payload().form().fields().stream(),
                pool.metadata().form().fields().stream().filter(field -> field.access().reads()))
            .filter(field -> !filledIn.test(field.attribute()))
            .flatMap(field -> shown(field, profile, hasValue).stream())
            .toList();
    Set<String> names = declared.stream().map(FormField::attribute).collect(toSet());
    List<FormField> fields = new ArrayList<>();
    List<AbstractUserProfileBean.Attribute> others = new ArrayList<>();
    for (AbstractUserProfileBean.Attribute attribute : profile.getAttributes()) {
      String name = attribute.getName();
      if (AttributeNames.isOwn(name) && !names.contains(name)) {
        fields.add(
            RegistrationForm.field(name, attribute.getDisplayName(), attribute.isRequired())
                .with(attribute.isRequired(), access(attribute)));
      } else if (!names.contains(name) && !filledIn.test(name)) {
        others.add(attribute);
      }
    }
    fields.addAll(declared);
    return new ProfileForm(
        new FormModel(Optional.empty(), fields),
        List.copyOf(others),
        profile.getAttributesByName().keySet().stream().anyMatch(filledIn));
  }

  private static Optional<FormField> shown(
      FormField field, AbstractUserProfileBean profile, Predicate<String> hasValue) {
    AbstractUserProfileBean.Attribute attribute =
        profile.getAttributesByName().get(field.attribute());
    if (attribute != null) {
      Access access = access(attribute);
      return Optional.of(field.with(access.writes() && attribute.isRequired(), access));
    }
    // A blank field keeps its value.
    return field.access() == Access.WRITE_ONLY
        ? Optional.of(
            field.with(field.required() && !hasValue.test(field.attribute()), Access.WRITE_ONLY))
        : Optional.empty();
  }

  private static Access access(AbstractUserProfileBean.Attribute attribute) {
    return attribute.isReadOnly() ? Access.READ_ONLY : Access.READ_WRITE;
  }

  boolean has(String name) {
    return Stream.concat(
            form.fields().stream().map(FormField::attribute),
            others.stream().map(AbstractUserProfileBean.Attribute::getName))
        .anyMatch(name::equals);
  }
}
