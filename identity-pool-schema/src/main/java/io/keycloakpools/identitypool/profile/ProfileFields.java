package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.identitypool.attributes.AttributeNames;
import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.profile.rules.Audience;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileUtil;
import org.keycloak.userprofile.validator.ImmutableAttributeValidator;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.OptionsValidator;

/** Where schema and realm both declare an attribute, the schema rules. */
final class ProfileFields {

  private final Occasion occasion;
  private final UserProfileMetadata profile;
  private int order;

  private ProfileFields(Occasion occasion, UserProfileMetadata profile) {
    this.occasion = occasion;
    this.profile = profile;
    this.order = profile.getAttributes().size();
  }

  static UserProfileMetadata on(Occasion occasion, UserProfileMetadata profile, Set<String> sent) {
    ProfileFields fields = new ProfileFields(occasion, profile);
    fields.membership();
    occasion.target().ifPresent(fields::pool);
    occasion.target().map(DeclaredFields::documents).orElse(Set.of()).stream()
        .filter(occasion.context()::isAttributeSupported)
        .filter(
            name -> !occasion.writing().byAdmin() || sent.contains(name) || fields.isStored(name))
        .forEach(fields::document);
    return profile;
  }

  private void membership() {
    profile.getAttributes().removeIf(is(PoolMarks.IDENTITY_POOL));
    AttributeMetadata attribute =
        add(
            PoolMarks.IDENTITY_POOL,
            UserProfileUtil.ONLY_ADMIN_CONDITION,
            UserProfileUtil.ONLY_ADMIN_CONDITION);
    attribute.setAttributeDisplayName(DrawnField.message("identityPoolOfUser"));
    attribute.setRequired(AttributeMetadata.ALWAYS_FALSE);
    choices(attribute, IdentityPools.of(occasion.session()).names());
    attribute.addAnnotations(Map.of("inputType", "select"));
  }

  private void pool(IdentityPool pool) {
    Map<String, OwnField> own = new HashMap<>();
    for (CompiledSchema schema : List.of(pool.payload(), pool.metadata())) {
      SchemaKind kind = schema.schema().kind();
      for (FormField field : schema.form().fields()) {
        if (AttributeNames.isOwn(field.attribute())) {
          own.put(
              field.attribute(),
              new OwnField(
                  field.required(),
                  writers(field, kind),
                  readers(field, kind),
                  new DrawnField(field).help()));
        } else {
          declare(field, kind);
        }
      }
    }
    for (String name : List.of(UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME)) {
      own(name, own.getOrDefault(name, OwnField.UNDECLARED));
    }
    if (occasion.stored().isPresent() && own.containsKey(UserModel.USERNAME)) {
      OwnField username = own.get(UserModel.USERNAME);
      profile.getAttribute(UserModel.USERNAME).forEach(username::restrict);
    }
  }

  private void own(String name, OwnField schema) {
    if (profile.getAttribute(name).isEmpty()) {
      if (schema.required() && occasion.context().isAttributeSupported(name)) {
        add(name, schema.writers(), schema.readers())
            .setAttributeDisplayName(DrawnField.message(name));
      }
      return;
    }
    profile.getAttribute(name).forEach(schema::rule);
  }

  private void declare(FormField field, SchemaKind kind) {
    String name = field.attribute();
    if (!occasion.context().isAttributeSupported(name)) {
      return;
    }
    Map<String, Object> scim = ofScim(name);
    profile.getAttributes().removeIf(is(name));
    AttributeMetadata attribute = add(name, writers(field, kind), readers(field, kind));
    attribute.addAnnotations(scim);
    attribute.setRequired(context -> field.required() && attribute.canEdit(context));
    DrawnField drawn = new DrawnField(field);
    attribute.setAttributeDisplayName(drawn.label());
    attribute.setMultivalued(drawn.isMultivalued());
    attribute.addAnnotations(drawn.annotations());
    if (!drawn.choices().isEmpty()) {
      choices(attribute, drawn.choices());
    }
  }

  private Map<String, Object> ofScim(String name) {
    Map<String, Object> annotations = new HashMap<>();
    if (occasion.context() == UserProfileContext.SCIM) {
      profile.getAttribute(name).stream()
          .map(AttributeMetadata::getAnnotations)
          .filter(Objects::nonNull)
          .forEach(annotations::putAll);
    }
    return annotations;
  }

  /** Only admins: the JSON could hold members that are closed to others. */
  private void document(String name) {
    profile.getAttributes().removeIf(is(name));
    add(name, UserProfileUtil.ONLY_ADMIN_CONDITION, UserProfileUtil.ONLY_ADMIN_CONDITION)
        .setRequired(AttributeMetadata.ALWAYS_FALSE);
  }

  private boolean isStored(String name) {
    return occasion.stored().map(user -> user.getFirstAttribute(name)).isPresent();
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
    return condition(Audience.writers(kind, field.access()));
  }

  private Predicate<AttributeContext> readers(FormField field, SchemaKind kind) {
    return condition(
        Audience.readers(
            kind,
            field.access(),
            occasion.stored().isPresent(),
            occasion.writing().fillsIn(field.attribute())));
  }

  private static Predicate<AttributeContext> condition(Audience audience) {
    return switch (audience) {
      case EVERYBODY -> AttributeMetadata.ALWAYS_TRUE;
      case ADMINS -> UserProfileUtil.ONLY_ADMIN_CONDITION;
    };
  }

  /** The choices of the consoles; {@link ProfileErrors} reports other values. */
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
