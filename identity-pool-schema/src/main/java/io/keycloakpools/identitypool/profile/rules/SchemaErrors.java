package io.keycloakpools.identitypool.profile.rules;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;

/**
 * Validates a profile against a schema: which violations are reported, and on which field.
 *
 * @param values the profile as it will be stored
 * @param stored empty without a user
 * @param shown whether the profile has a field for an attribute
 */
public record SchemaErrors(
    Writing writing,
    Placement.Move move,
    Map<String, List<String>> values,
    Optional<Map<String, List<String>>> stored,
    Predicate<String> writable,
    Predicate<String> shown) {

  /** The name that {@code MessagesPerFieldBean} gives to errors above the form. */
  public static final String ABOVE_THE_FORM = "global";

  public record FieldError(String attribute, SchemaViolation violation) {}

  public List<FieldError> of(AttributeCodec codec) {
    Set<String> before = violatedBefore(codec);
    List<FieldError> errors = new ArrayList<>();
    for (SchemaViolation violation : violations(codec, values)) {
      Optional<String> attribute = codec.attributeOf(violation.pointer());
      Optional<String> field = attribute.flatMap(name -> field(codec, name));
      boolean tolerated =
          attribute.filter(this::isEmailAddress).isPresent()
              || (writing.byAdmin()
                  ? isOfChosenPool(attribute)
                  : isBeyondUser(codec, field, before.contains(key(violation))));
      if (!tolerated) {
        errors.add(new FieldError(shownOn(codec, field), violation));
      }
    }
    return errors;
  }

  /** With the e-mail address as username, Keycloak ignores the username that is entered. */
  private boolean isEmailAddress(String attribute) {
    return attribute.equals(UserModel.USERNAME) && writing.emailAsUsername();
  }

  /**
   * The form does not have the chosen pool's fields yet: only sent values are validated, and the
   * user is asked for the rest at the next sign-in.
   */
  private boolean isOfChosenPool(Optional<String> attribute) {
    return move == Placement.Move.CHOSEN && attribute.filter(this::isSent).isEmpty();
  }

  private boolean isSent(String attribute) {
    return values.entrySet().stream()
        .filter(
            entry -> entry.getKey().equals(attribute) || entry.getKey().startsWith(attribute + "."))
        .anyMatch(entry -> entry.getValue().stream().anyMatch(value -> !value.isBlank()));
  }

  /**
   * Users cannot fix what they may not write: violations there are tolerated, unless this change
   * causes them. The page for a new e-mail address validates nothing else.
   */
  private boolean isBeyondUser(AttributeCodec codec, Optional<String> field, boolean before) {
    if (writing.context() == UserProfileContext.UPDATE_EMAIL) {
      return !field.equals(Optional.of(UserModel.EMAIL));
    }
    boolean canFix =
        field
            .map(writable::test)
            .orElseGet(() -> codec.attributeNames().stream().filter(shown).allMatch(writable));
    return !canFix && (before || stored.isEmpty());
  }

  private Set<String> violatedBefore(AttributeCodec codec) {
    Set<String> keys = new HashSet<>();
    if (!writing.byAdmin()) {
      stored.ifPresent(
          attributes ->
              violations(codec, attributes).forEach(violation -> keys.add(key(violation))));
    }
    return keys;
  }

  private static String key(SchemaViolation violation) {
    return violation.keyword() + " " + violation.pointer();
  }

  /** A missing object is reported as its missing members, because these have fields. */
  private List<SchemaViolation> violations(
      AttributeCodec codec, Map<String, List<String>> attributes) {
    return codec.validate(attributes).stream().flatMap(each -> inFields(codec, each)).toList();
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

  private Optional<String> field(AttributeCodec codec, String attribute) {
    return Optional.of(attribute).filter(shown).or(() -> firstShown(codec, attribute + "."));
  }

  /** The consoles cannot show errors above the form: they go to the first field. */
  private String shownOn(AttributeCodec codec, Optional<String> attribute) {
    Optional<String> field = attribute.filter(name -> !writing.fillsIn(name));
    return writing.isPage()
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
}
