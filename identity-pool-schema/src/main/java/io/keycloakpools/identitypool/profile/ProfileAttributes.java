package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.members.UserDocument;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.DefaultAttributes;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileUtil;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.validators.OptionsValidator;

/**
 * Attributes of a profile in a realm with pools. Keycloak validates them one by one; the documents
 * that they make are held to the schemas with the first of them, and every error is given out with
 * its attribute.
 */
final class ProfileAttributes extends DefaultAttributes {

  private final transient Occasion occasion;
  private final transient UserProfileMetadata profile;
  private final transient Map<String, FormField> declared;
  private final transient Set<String> wholes;
  private transient Map<String, List<ValidationError>> errors;

  private ProfileAttributes(
      Occasion occasion, Map<String, ?> attributes, UserProfileMetadata metadata) {
    super(
        occasion.context(), attributes, occasion.user().orElse(null), metadata, occasion.session());
    this.occasion = occasion;
    this.profile = metadata;
    this.declared = occasion.target().map(DeclaredFields::of).orElse(Map.of());
    this.wholes = occasion.target().map(DeclaredFields::wholes).orElse(Set.of());
  }

  static ProfileAttributes of(
      Occasion occasion, Map<String, ?> attributes, UserProfileMetadata metadata) {
    Map<String, ?> completed = completed(occasion, entered(occasion, attributes));
    if (completed != null && occasion.inUnusablePool() && !occasion.byAdmin()) {
      // Nobody knows what the pool hides from the person.
      completed.keySet().removeIf(name -> metadata.getAttribute(plain(name)).isEmpty());
    }
    Set<String> sent = completed == null ? Set.of() : completed.keySet();
    return new ProfileAttributes(occasion, completed, ProfileFields.on(occasion, metadata, sent));
  }

  /**
   * What a person entered in the inputs of our pages. An attribute without a value has a blank one:
   * one without any would keep the stored ({@code DefaultUserProfile.update}).
   */
  private static Map<String, ?> entered(Occasion occasion, Map<String, ?> sent) {
    if (sent == null || !occasion.isForm()) {
      return sent;
    }
    Map<String, Object> entered = new HashMap<>(sent);
    for (FormField field : occasion.target().map(DeclaredFields::of).orElse(Map.of()).values()) {
      if (field.access().writes()) {
        entered.computeIfPresent(
            field.attribute(),
            (name, value) -> {
              List<String> values =
                  field.entered(Occasion.texts(value), storedValues(occasion, name));
              return values.isEmpty() ? List.of("") : values;
            });
      }
    }
    return entered;
  }

  private static List<String> storedValues(Occasion occasion, String name) {
    return occasion.stored().map(user -> user.getAttributeStream(name).toList()).orElse(List.of());
  }

  /**
   * What is not sent because it is not shown, or not known to who sends, stays as it is. The
   * attribute with the name of the pool only says what the link decides.
   */
  private static Map<String, ?> completed(Occasion occasion, Map<String, ?> attributes) {
    if (occasion.stored().isEmpty() || attributes == null) {
      return attributes;
    }
    UserModel user = occasion.stored().get();
    Map<String, Object> completed = new HashMap<>(attributes);
    if (occasion.byAdmin()) {
      if (occasion.move() == Occasion.Move.NONE && occasion.refusal().isEmpty()) {
        completed.put(
            Membership.ATTRIBUTE,
            occasion.present().map(IdentityPool::name).map(List::of).orElse(List.of()));
      }
      return completed;
    }
    // Or an error would tell whether a value was guessed.
    Set<String> invisible = occasion.target().map(DeclaredFields::invisible).orElse(Set.of());
    completed.keySet().removeIf(name -> invisible.contains(plain(name)));
    occasion.target().map(DeclaredFields::of).orElse(Map.of()).values().stream()
        .filter(field -> field.access() == FormField.Access.WRITE_ONLY)
        .map(FormField::attribute)
        .filter(name -> Occasion.first(completed.get(name)).isBlank())
        .forEach(name -> completed.put(name, user.getAttributeStream(name).toList()));
    return completed;
  }

  /** As {@code DefaultAttributes} reads the names that forms send. */
  private static String plain(String name) {
    return name.startsWith(Constants.USER_ATTRIBUTES_PREFIX)
        ? name.substring(Constants.USER_ATTRIBUTES_PREFIX.length())
        : name;
  }

  Occasion occasion() {
    return occasion;
  }

  /** What the profile has, and how. */
  UserProfileMetadata profile() {
    return profile;
  }

  @Override
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final boolean validate(String name, Consumer<ValidationError>... listeners) {
    List<ValidationError> found = new ArrayList<>(stockErrors(name));
    List<ValidationError> ours = errors().getOrDefault(name, List.of());
    if (found.isEmpty() || declared.containsKey(name)) {
      found.addAll(ours);
    }
    if (nameSet().stream().findFirst().filter(name::equals).isPresent()) {
      // What belongs to no attribute comes with the first.
      found.addAll(errors().getOrDefault(ProfileErrors.ABOVE_THE_FORM, List.of()));
    }
    if (listeners != null) {
      found.forEach(error -> List.of(listeners).forEach(each -> each.accept(error)));
    }
    return found.isEmpty();
  }

  @SuppressWarnings("unchecked")
  private List<ValidationError> stockErrors(String name) {
    List<ValidationError> stock = new ArrayList<>();
    super.validate(name, stock::add);
    if (declared.containsKey(name) || Membership.ATTRIBUTE.equals(name)) {
      // Ours says what is wrong.
      stock.removeIf(error -> OptionsValidator.ID.equals(error.getValidatorId()));
    }
    return stock;
  }

  private Map<String, List<ValidationError>> errors() {
    if (errors == null) {
      errors =
          new ProfileErrors(occasion, asSaved(), name -> !isReadOnly(name), this::isField)
              .byAttribute();
    }
    return errors;
  }

  private boolean isField(String name) {
    return containsKey(name) && !wholes.contains(name);
  }

  /** The profile as it will be when it is saved. */
  private Map<String, List<String>> asSaved() {
    Map<String, List<String>> values = new HashMap<>(toMap());
    occasion
        .stored()
        .map(UserDocument::attributes)
        .orElse(Map.of())
        .forEach(
            (name, stored) -> {
              if (isKept(name, values.getOrDefault(name, List.of()))) {
                values.put(name, stored);
              }
            });
    return values;
  }

  /** As {@code DefaultUserProfile.update} decides. */
  private boolean isKept(String name, List<String> sent) {
    if (UserDocument.EMAIL_VERIFIED.equals(name)) {
      return true;
    }
    boolean unsent =
        !containsKey(name) || (sent.isEmpty() && !UserProfileUtil.isRootAttribute(name));
    return unsent && occasion.keepsUnsent();
  }

  /** Keycloak leaves the username of a federated user as it comes; that of a pool's is local. */
  @Override
  protected List<String> normalizeAttributeValues(String name, Object value) {
    List<String> values = super.normalizeAttributeValues(name, value);
    return UserModel.USERNAME.equals(name) && isOfPool()
        ? values.stream().map(KeycloakModelUtils::toLowerCaseSafe).toList()
        : values;
  }

  /** The occasion is not known yet while the superclass is made. */
  private boolean isOfPool() {
    return Optional.ofNullable(user)
        .map(UserModel::getFederationLink)
        .flatMap(link -> IdentityPools.of(session).byId(link))
        .isPresent();
  }
}
