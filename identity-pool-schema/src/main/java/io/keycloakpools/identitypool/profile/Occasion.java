package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;

/**
 * For what a profile is made, in a realm with pools.
 *
 * @param user empty while there is none yet
 * @param present the pool that the user is in
 * @param target the pool whose rules hold: the present one, or the one that the user comes into;
 *     empty for the users of a pool that cannot be used, of whom nobody knows the rules
 * @param move how the user comes into the target
 * @param refusal message key: why the user cannot come into the pool that is asked for
 */
record Occasion(
    KeycloakSession session,
    UserProfileContext context,
    Optional<UserModel> user,
    Optional<IdentityPool> present,
    Optional<IdentityPool> target,
    Move move,
    Optional<String> refusal) {

  /** How a user comes into a pool. */
  enum Move {
    /** Stays where they are. */
    NONE,
    /** Is created into it. */
    JOINS,
    /** An admin chose it, or none, on the user's form. */
    CHOSEN
  }

  /** Empty for service accounts, and in a realm without pools: nothing is to be done then. */
  static Optional<Occasion> of(
      KeycloakSession session,
      UserProfileContext context,
      Map<String, ?> attributes,
      UserModel user) {
    IdentityPools pools = IdentityPools.of(session);
    if (!pools.any() || (user != null && user.getServiceAccountClientLink() != null)) {
      return Optional.empty();
    }
    Optional<IdentityPool> present = inPool(pools, context, user);
    Optional<IdentityPool> due = isNewcomer(context, user) ? pools.joining() : Optional.empty();
    Optional<IdentityPool> joined = due.filter(IdentityPool::enabled);
    Occasion unmoved =
        new Occasion(
            session,
            context,
            Optional.ofNullable(user),
            present,
            present.filter(pool -> pool.problem().isEmpty()).or(() -> joined),
            joined.isPresent() ? Move.JOINS : Move.NONE,
            // Of the person at the review, FirstBrokerLogin decides.
            context == UserProfileContext.IDP_REVIEW
                ? Optional.empty()
                : due.flatMap(IdentityPool::whyClosed));
    return Optional.of(
        context == UserProfileContext.USER_API && isChosen(attributes, user)
            ? unmoved.movedTo(pools, first(attributes.get(Membership.ATTRIBUTE)))
            : unmoved);
  }

  /** Whether it is another than the user has: Keycloak sends back what it does not change. */
  private static boolean isChosen(Map<String, ?> attributes, UserModel user) {
    if (attributes == null || !attributes.containsKey(Membership.ATTRIBUTE)) {
      return false;
    }
    String stored = user == null ? null : user.getFirstAttribute(Membership.ATTRIBUTE);
    return !first(attributes.get(Membership.ATTRIBUTE)).equals(stored);
  }

  private static Optional<IdentityPool> inPool(
      IdentityPools pools, UserProfileContext context, UserModel user) {
    return isNewcomer(context, user) ? Optional.empty() : pools.ofUser(user);
  }

  /** At the review of an identity provider's data, there is only a stand-in for the user. */
  private static boolean isNewcomer(UserProfileContext context, UserModel user) {
    return user == null || context == UserProfileContext.IDP_REVIEW;
  }

  private Occasion movedTo(IdentityPools pools, String name) {
    if (name.isBlank()) {
      return present.isEmpty()
          ? this
          : unmovable().map(this::refused).orElseGet(() -> chosen(Optional.empty()));
    }
    Optional<IdentityPool> asked = pools.byName(name);
    if (asked.isEmpty()) {
      return refused("identityPoolUnknown");
    }
    if (present.filter(own -> own.id().equals(asked.get().id())).isPresent()) {
      return this;
    }
    return unmovable()
        .or(() -> asked.get().whyClosed())
        .map(this::refused)
        .orElseGet(() -> chosen(asked));
  }

  private Optional<String> unmovable() {
    return user.flatMap(new Membership(session, session.getContext().getRealm())::whyUnmovable);
  }

  private Occasion chosen(Optional<IdentityPool> pool) {
    return new Occasion(session, context, user, present, pool, Move.CHOSEN, Optional.empty());
  }

  private Occasion refused(String messageKey) {
    return new Occasion(session, context, user, present, target, move, Optional.of(messageKey));
  }

  /** Whether the user stays in a pool that cannot be used. */
  boolean inUnusablePool() {
    return move == Move.NONE && present.filter(pool -> pool.problem().isPresent()).isPresent();
  }

  /** The user as stored until now; empty if there is none, or a stand-in only. */
  Optional<UserModel> stored() {
    return user.filter(each -> !isNewcomer(context, each));
  }

  /** Whether an admin writes: everything of it, whatever the person may. */
  boolean byAdmin() {
    return context.isAdminContext();
  }

  /** Whether it is a page that shows errors above its form, and a person reads it. */
  boolean isPage() {
    return switch (context) {
      case REGISTRATION, UPDATE_PROFILE, UPDATE_EMAIL, IDP_REVIEW -> true;
      case USER_API, ACCOUNT, SCIM -> false;
    };
  }

  /** Whether a program writes, which has no boxes to tick. */
  boolean byProgram() {
    return context == UserProfileContext.SCIM;
  }

  /** Whether what is sent is a form of Keycloak's login pages, as a browser sends it. */
  boolean isForm() {
    return context == UserProfileContext.UPDATE_PROFILE || context == UserProfileContext.IDP_REVIEW;
  }

  /**
   * Whether the page fills in an attribute out of sight: the language, in a realm that has several
   * ({@code user-profile-commons.ftl}). A pool's registration page asks for it.
   */
  boolean fillsIn(String attribute) {
    return UserModel.LOCALE.equals(attribute)
        && isPage()
        && context != UserProfileContext.REGISTRATION
        && session.getContext().getRealm().isInternationalizationEnabled();
  }

  /**
   * Whether an attribute that is not sent keeps its value: {@code UserProfile.update} is told so by
   * {@code UpdateProfile} and its likes, and told otherwise by the admin and account APIs.
   */
  boolean keepsUnsent() {
    return switch (context) {
      case UPDATE_PROFILE, UPDATE_EMAIL, SCIM -> true;
      case USER_API, ACCOUNT, IDP_REVIEW, REGISTRATION -> false;
    };
  }

  /** All values of an attribute, as profiles are given them. */
  static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : value == null ? List.of() : List.of(value.toString());
  }

  static String first(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "" : Objects.toString(list.get(0), "");
    }
    return Objects.toString(value, "");
  }
}
