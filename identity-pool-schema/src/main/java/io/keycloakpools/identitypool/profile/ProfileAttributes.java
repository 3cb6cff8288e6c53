package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.profile.rules.KeptValues;
import io.keycloakpools.identitypool.profile.rules.Placement;
import io.keycloakpools.identitypool.profile.rules.SchemaErrors;
import io.keycloakpools.identitypool.profile.rules.SentValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.DefaultAttributes;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.validators.OptionsValidator;

/**
 * Keycloak validates attributes one by one; the first call validates the documents, and each error
 * is returned with its attribute.
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
    this.wholes = occasion.target().map(DeclaredFields::documents).orElse(Set.of());
  }

  static ProfileAttributes of(
      Occasion occasion, Map<String, ?> attributes, UserProfileMetadata metadata) {
    Map<String, ?> completed = completed(occasion, entered(occasion, attributes));
    if (completed != null
        && occasion.placement().inUnusablePool()
        && !occasion.writing().byAdmin()) {
      // The unknown schemas may hide these from the user.
      completed
          .keySet()
          .removeIf(name -> metadata.getAttribute(KeptValues.attribute(name)).isEmpty());
    }
    Set<String> sent = completed == null ? Set.of() : completed.keySet();
    return new ProfileAttributes(occasion, completed, ProfileFields.on(occasion, metadata, sent));
  }

  /**
   * An emptied attribute gets a blank value: without values it would keep the stored ones ({@code
   * DefaultUserProfile.update}).
   */
  private static Map<String, ?> entered(Occasion occasion, Map<String, ?> sent) {
    if (sent == null || !occasion.writing().isForm()) {
      return sent;
    }
    Map<String, Object> entered = new HashMap<>(sent);
    for (FormField field : occasion.target().map(DeclaredFields::of).orElse(Map.of()).values()) {
      if (field.access().writes()) {
        entered.computeIfPresent(
            field.attribute(),
            (name, value) -> {
              List<String> values =
                  field.entered(SentValues.all(value), storedValues(occasion, name));
              return values.isEmpty() ? List.of("") : values;
            });
      }
    }
    return entered;
  }

  private static List<String> storedValues(Occasion occasion, String name) {
    return occasion.stored().map(user -> user.getAttributeStream(name).toList()).orElse(List.of());
  }

  /** The pool's name only shows the federation link, which decides. */
  private static Map<String, ?> completed(Occasion occasion, Map<String, ?> attributes) {
    Optional<Map<String, List<String>>> stored = occasion.storedAttributes();
    if (stored.isEmpty() || attributes == null) {
      return attributes;
    }
    if (!occasion.writing().byAdmin()) {
      return KeptValues.sentByUser(
          attributes,
          occasion.target().map(DeclaredFields::invisible).orElse(Set.of()),
          occasion.target().map(DeclaredFields::of).orElse(Map.of()).values(),
          stored.get());
    }
    Map<String, Object> completed = new HashMap<>(attributes);
    Placement placement = occasion.placement();
    if (placement.move() == Placement.Move.NONE && placement.refusal().isEmpty()) {
      completed.put(
          PoolMarks.IDENTITY_POOL,
          placement.present().map(IdentityPool::name).map(List::of).orElse(List.of()));
    }
    return completed;
  }

  Occasion occasion() {
    return occasion;
  }

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
      // Errors without an attribute are returned with the first one.
      found.addAll(errors().getOrDefault(SchemaErrors.ABOVE_THE_FORM, List.of()));
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
    if (declared.containsKey(name) || PoolMarks.IDENTITY_POOL.equals(name)) {
      // ProfileErrors reports these values.
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

  private Map<String, List<String>> asSaved() {
    return KeptValues.asSaved(
        occasion.writing(),
        toMap(),
        this::containsKey,
        occasion.storedAttributes().orElse(Map.of()));
  }

  /** Keycloak leaves the case of a federated user's name; users of pools are local. */
  @Override
  protected List<String> normalizeAttributeValues(String name, Object value) {
    List<String> values = super.normalizeAttributeValues(name, value);
    return UserModel.USERNAME.equals(name) && isOfPool()
        ? values.stream().map(KeycloakModelUtils::toLowerCaseSafe).toList()
        : values;
  }

  /** The superclass constructor calls this before {@link #occasion} is set. */
  private boolean isOfPool() {
    return Optional.ofNullable(user)
        .map(UserModel::getFederationLink)
        .flatMap(link -> IdentityPools.of(session).byId(link))
        .isPresent();
  }
}
