package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.members.UserDocument;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationError;

/**
 * What the schemas of a pool have against a profile, as whole documents, by attribute.
 *
 * @param values of the profile as it will be
 * @param writable whether the one who writes may write an attribute
 * @param shown whether the profile has a field for an attribute
 */
record ProfileErrors(
    Occasion occasion,
    Map<String, List<String>> values,
    Predicate<String> writable,
    Predicate<String> shown) {

  private static final String VALIDATOR = "identity-pool";

  /** What {@code MessagesPerFieldBean} has for a field where there is none: above the form. */
  static final String ABOVE_THE_FORM = "global";

  Map<String, List<ValidationError>> byAttribute() {
    Map<String, List<ValidationError>> errors = new HashMap<>();
    occasion
        .refusal()
        .ifPresent(
            key ->
                add(
                    errors,
                    new ValidationError(
                        VALIDATOR,
                        occasion.byAdmin() ? Membership.ATTRIBUTE : UserModel.USERNAME,
                        key)));
    occasion
        .target()
        .ifPresent(
            pool -> {
              name(errors);
              schema(pool.payload(), errors);
              // Who cannot write metadata cannot break them, or put them right.
              if (occasion.byAdmin()) {
                schema(pool.metadata(), errors);
              }
            });
    return errors;
  }

  /**
   * Keycloak keeps these names from all providers of users ({@code UserStorageManager.addUser}),
   * and a client could not get its service account any more.
   */
  private void name(Map<String, List<ValidationError>> errors) {
    String field =
        occasion.session().getContext().getRealm().isRegistrationEmailAsUsername()
            ? UserModel.EMAIL
            : UserModel.USERNAME;
    String name =
        KeycloakModelUtils.toLowerCaseSafe(
            values.getOrDefault(field, List.of()).stream().findFirst().orElse(""));
    boolean kept = name.startsWith(ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX);
    boolean stored = occasion.stored().map(UserModel::getUsername).filter(name::equals).isPresent();
    if (kept && !stored) {
      add(errors, new ValidationError(VALIDATOR, field, "identityPoolNameKept"));
    }
  }

  private void schema(CompiledSchema schema, Map<String, List<ValidationError>> errors) {
    AttributeCodec codec = schema.codec();
    Set<String> before = violatedBefore(codec);
    for (SchemaViolation violation : violations(codec, values)) {
      Optional<String> attribute = codec.attributeOf(violation.pointer());
      if (attribute.filter(this::isOfTheAddress).isPresent()) {
        continue;
      }
      Optional<String> field = attribute.flatMap(name -> field(codec, name));
      boolean tolerated =
          occasion.byAdmin()
              ? occasion.move() == Occasion.Move.CHOSEN && attribute.filter(this::isSent).isEmpty()
              : isNotTheirs(codec, field, before.contains(key(violation)));
      if (!tolerated) {
        add(errors, error(schema, field, violation));
      }
    }
  }

  /** Whether Keycloak takes the e-mail address for it, whatever is entered. */
  private boolean isOfTheAddress(String attribute) {
    return attribute.equals(UserModel.USERNAME)
        && occasion.session().getContext().getRealm().isRegistrationEmailAsUsername();
  }

  /**
   * What a person may not write is not their mistake, unless it was right before.
   *
   * <p>An admin who chooses a pool on the user's form is held to what the form has: it has no
   * fields of that pool yet. The person is asked for the rest at the next sign-in.
   */
  private boolean isNotTheirs(AttributeCodec codec, Optional<String> field, boolean before) {
    if (occasion.context() == UserProfileContext.UPDATE_EMAIL) {
      return !field.equals(Optional.of(UserModel.EMAIL));
    }
    boolean theirs =
        field
            .map(writable::test)
            .orElseGet(() -> codec.attributeNames().stream().filter(shown).allMatch(writable));
    return !theirs && (before || occasion.stored().isEmpty());
  }

  /** The attribute itself, or the first of an object that is kept in several. */
  private Optional<String> field(AttributeCodec codec, String attribute) {
    return Optional.of(attribute).filter(shown).or(() -> firstShown(codec, attribute + "."));
  }

  private boolean isSent(String attribute) {
    return values.entrySet().stream()
        .filter(
            entry -> entry.getKey().equals(attribute) || entry.getKey().startsWith(attribute + "."))
        .anyMatch(entry -> entry.getValue().stream().anyMatch(value -> !value.isBlank()));
  }

  private Set<String> violatedBefore(AttributeCodec codec) {
    Set<String> keys = new HashSet<>();
    if (!occasion.byAdmin()) {
      occasion
          .stored()
          .ifPresent(
              user ->
                  violations(codec, UserDocument.attributes(user))
                      .forEach(violation -> keys.add(key(violation))));
    }
    return keys;
  }

  /** Of an object that is missing, what is missing of it: people fill in fields. */
  private List<SchemaViolation> violations(AttributeCodec codec, Map<String, List<String>> of) {
    return codec.validate(of).stream().flatMap(each -> inFields(codec, each)).toList();
  }

  private Stream<SchemaViolation> inFields(AttributeCodec codec, SchemaViolation violation) {
    List<String> missing =
        violation.isMissing()
            ? codec.needed(violation.pointer()).stream()
                .filter(place -> codec.attributeOf(place).filter(shown).isPresent())
                .toList()
            : List.of();
    return missing.isEmpty() ? Stream.of(violation) : missing.stream().map(violation::at);
  }

  private static String key(SchemaViolation violation) {
    return violation.keyword() + " " + violation.pointer();
  }

  private ValidationError error(
      CompiledSchema schema, Optional<String> attribute, SchemaViolation violation) {
    ViolationText text = ViolationText.of(occasion, schema.form(), violation);
    return new ValidationError(
        VALIDATOR, hint(schema.codec(), attribute), text.messageKey(), text.parameters().toArray());
  }

  /**
   * On its field, or above the form. The consoles have no place there, and show it on the first
   * field: nobody would see it elsewhere.
   */
  private String hint(AttributeCodec codec, Optional<String> attribute) {
    Optional<String> field = attribute.filter(name -> !occasion.fillsIn(name));
    return occasion.isPage()
        ? field.orElse(ABOVE_THE_FORM)
        : field
            .or(() -> codec.attributeNames().stream().filter(shown).filter(writable).findFirst())
            .or(() -> firstShown(codec, ""))
            .orElse(UserModel.USERNAME);
  }

  private Optional<String> firstShown(AttributeCodec codec, String prefix) {
    return codec.attributeNames().stream()
        .filter(name -> name.startsWith(prefix))
        .filter(shown)
        .findFirst();
  }

  private static void add(Map<String, List<ValidationError>> errors, ValidationError error) {
    errors.computeIfAbsent(error.getInputHint(), field -> new ArrayList<>()).add(error);
  }
}
