package io.keycloakpools.identitypool.profile;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.validator.AttributeRequiredByMetadataValidator;

/** What a schema says about an attribute that Keycloak stores in a column of its own. */
record OwnField(
    boolean required,
    Predicate<AttributeContext> writers,
    Predicate<AttributeContext> readers,
    Optional<String> help) {

  static final OwnField UNDECLARED =
      new OwnField(
          false, AttributeMetadata.ALWAYS_TRUE, AttributeMetadata.ALWAYS_TRUE, Optional.empty());

  /** The realm's validators stay; the schema decides whether a value is required. */
  void rule(AttributeMetadata attribute) {
    restrict(attribute);
    describe(attribute);
    attribute.setRequired(
        context ->
            (required && attribute.canEdit(context))
                || (attribute.getName().equals(UserModel.EMAIL) && isUsername(context)));
    if (attribute.getValidators() != null) {
      attribute
          .getValidators()
          .removeIf(
              validator ->
                  validator.getValidatorId().equals(AttributeRequiredByMetadataValidator.ID));
    }
  }

  void restrict(AttributeMetadata attribute) {
    attribute.addWriteCondition(writers).addReadCondition(readers);
  }

  /** The realm's own text wins. */
  private void describe(AttributeMetadata attribute) {
    Map<String, Object> said = Optional.ofNullable(attribute.getAnnotations()).orElse(Map.of());
    help.filter(text -> !said.containsKey(DrawnField.HELP))
        .ifPresent(text -> attribute.addAnnotations(Map.of(DrawnField.HELP, text)));
  }

  private static boolean isUsername(AttributeContext context) {
    return context.getSession().getContext().getRealm().isRegistrationEmailAsUsername();
  }
}
