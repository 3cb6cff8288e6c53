package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.pool.Membership;
import io.keycloakpools.identitypool.schema.AttributeNames;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileUtil;
import org.keycloak.userprofile.validator.AttributeRequiredByMetadataValidator;
import org.keycloak.userprofile.validator.ImmutableAttributeValidator;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.OptionsValidator;

/**
 * The fields of the schemas as attributes of the profile: who sees and writes them. Where schema
 * and realm both declare an attribute, the schema rules.
 */
final class ProfileFields {

  private final Occasion occasion;
  private final UserProfileMetadata profile;
  private int order;

  private ProfileFields(Occasion occasion, UserProfileMetadata profile) {
    this.occasion = occasion;
    this.profile = profile;
    this.order = profile.getAttributes().size();
  }

  /** Changes what the realm declares into what holds on an occasion. */
  static UserProfileMetadata on(Occasion occasion, UserProfileMetadata profile) {
    ProfileFields fields = new ProfileFields(occasion, profile);
    fields.membership();
    occasion.target().ifPresent(fields::pool);
    return profile;
  }

  /** What of a profile the schemas of a pool declare, but for what Keycloak keeps apart. */
  static Map<String, FormField> declared(IdentityPool pool) {
    return Stream.of(pool.payload(), pool.metadata())
        .flatMap(schema -> schema.form().fields().stream())
        .filter(field -> !AttributeNames.isOwn(field.attribute()))
        .collect(
            Collectors.toMap(
                FormField::attribute, field -> field, (one, other) -> one, LinkedHashMap::new));
  }

  private void membership() {
    profile.getAttributes().removeIf(is(Membership.ATTRIBUTE));
    AttributeMetadata attribute =
        add(
            Membership.ATTRIBUTE,
            UserProfileUtil.ONLY_ADMIN_CONDITION,
            UserProfileUtil.ONLY_ADMIN_CONDITION);
    attribute.setAttributeDisplayName(DrawnField.message("identityPoolOfUser"));
    attribute.setRequired(AttributeMetadata.ALWAYS_FALSE);
    choices(attribute, IdentityPools.of(occasion.session()).names());
    attribute.addAnnotations(Map.of("inputType", "select"));
  }

  private void pool(IdentityPool pool) {
    Set<String> required = new HashSet<>();
    for (CompiledSchema schema : List.of(pool.payload(), pool.metadata())) {
      for (FormField field : schema.form().fields()) {
        if (!AttributeNames.isOwn(field.attribute())) {
          declare(field, schema.schema().kind());
        } else if (field.required()) {
          required.add(field.attribute());
        }
      }
    }
    for (String own : List.of(UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME)) {
      own(own, required.contains(own));
    }
  }

  /** The realm's checks of what is entered stay; whether it must be entered, the schema says. */
  private void own(String name, boolean required) {
    if (profile.getAttribute(name).isEmpty()) {
      if (required && occasion.context().isAttributeSupported(name)) {
        add(name, AttributeMetadata.ALWAYS_TRUE, AttributeMetadata.ALWAYS_TRUE)
            .setAttributeDisplayName(DrawnField.message(name));
      }
      return;
    }
    for (AttributeMetadata attribute : profile.getAttribute(name)) {
      attribute.setRequired(
          context -> required || (name.equals(UserModel.EMAIL) && isUsername(context)));
      if (attribute.getValidators() != null) {
        attribute
            .getValidators()
            .removeIf(
                validator ->
                    validator.getValidatorId().equals(AttributeRequiredByMetadataValidator.ID));
      }
    }
  }

  private static boolean isUsername(AttributeContext context) {
    return context.getSession().getContext().getRealm().isRegistrationEmailAsUsername();
  }

  private void declare(FormField field, SchemaKind kind) {
    String name = field.attribute();
    if (!occasion.context().isAttributeSupported(name) || UserProfileUtil.isRootAttribute(name)) {
      return;
    }
    profile.getAttributes().removeIf(is(name));
    AttributeMetadata attribute = add(name, writers(field, kind), readers(field, kind));
    attribute.setRequired(context -> field.required() && attribute.canEdit(context));
    DrawnField drawn = new DrawnField(field);
    attribute.setAttributeDisplayName(drawn.label());
    attribute.setMultivalued(drawn.isMultivalued());
    attribute.addAnnotations(drawn.annotations());
    if (!drawn.choices().isEmpty()) {
      choices(attribute, drawn.choices());
    }
  }

  private AttributeMetadata add(
      String name, Predicate<AttributeContext> writers, Predicate<AttributeContext> readers) {
    List<AttributeValidatorMetadata> validators = new ArrayList<>();
    validators.add(new AttributeValidatorMetadata(ImmutableAttributeValidator.ID));
    return profile.addAttribute(
        name,
        order++,
        validators,
        AttributeMetadata.ALWAYS_TRUE,
        writers,
        AttributeMetadata.ALWAYS_FALSE,
        readers);
  }

  private static Predicate<AttributeContext> writers(FormField field, SchemaKind kind) {
    boolean byPerson =
        kind == SchemaKind.PAYLOAD
            && switch (field.access()) {
              case READ_WRITE, WRITE_ONLY -> true;
              case READ_ONLY, HIDDEN -> false;
            };
    return byPerson ? AttributeMetadata.ALWAYS_TRUE : UserProfileUtil.ONLY_ADMIN_CONDITION;
  }

  /** Of somebody who is not there yet, nobody has said anything. */
  private Predicate<AttributeContext> readers(FormField field, SchemaKind kind) {
    if (kind == SchemaKind.METADATA && occasion.stored().isEmpty()) {
      return UserProfileUtil.ONLY_ADMIN_CONDITION;
    }
    return switch (field.access()) {
      case READ_WRITE, READ_ONLY -> AttributeMetadata.ALWAYS_TRUE;
      case WRITE_ONLY, HIDDEN -> UserProfileUtil.ONLY_ADMIN_CONDITION;
    };
  }

  /** What the consoles offer; {@link ProfileErrors} says itself what is wrong with other values. */
  private static void choices(AttributeMetadata attribute, List<String> values) {
    attribute.addValidators(
        List.of(
            new AttributeValidatorMetadata(
                OptionsValidator.ID,
                ValidatorConfig.builder().config(OptionsValidator.KEY_OPTIONS, values).build())));
  }

  private static Predicate<AttributeMetadata> is(String name) {
    return attribute -> attribute.getName().equals(name);
  }
}
