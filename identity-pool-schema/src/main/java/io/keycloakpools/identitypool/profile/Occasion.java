package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.members.UserDocument;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.profile.rules.Placement;
import io.keycloakpools.identitypool.profile.rules.SentValues;
import io.keycloakpools.identitypool.profile.rules.Writing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;

/**
 * One use of a profile in a realm with pools: where it is written, and which pool's rules hold.
 *
 * @param user empty without a user; a stand-in at the review of an identity provider's data
 */
record Occasion(
    KeycloakSession session, Writing writing, Optional<UserModel> user, Placement placement) {

  /**
   * Empty for service accounts, and in a realm without pools: Keycloak's own profile serves them.
   */
  static Optional<Occasion> of(
      KeycloakSession session,
      UserProfileContext context,
      Map<String, ?> attributes,
      UserModel user) {
    IdentityPools pools = IdentityPools.of(session);
    if (!pools.any() || (user != null && user.getServiceAccountClientLink() != null)) {
      return Optional.empty();
    }
    RealmModel realm = session.getContext().getRealm();
    Writing writing =
        new Writing(
            context, realm.isRegistrationEmailAsUsername(), realm.isInternationalizationEnabled());
    Placement unmoved =
        user == null || writing.isReview()
            ? Placement.ofNewcomer(pools.joining(), writing.isReview())
            : Placement.ofUser(pools.ofUser(user));
    Placement placement =
        context == UserProfileContext.USER_API && isChosen(attributes, user)
            ? chosen(
                session, unmoved, SentValues.first(attributes.get(PoolMarks.IDENTITY_POOL)), user)
            : unmoved;
    return Optional.of(new Occasion(session, writing, Optional.ofNullable(user), placement));
  }

  /** Whether the pool differs from the stored one: Keycloak sends back unchanged values, too. */
  private static boolean isChosen(Map<String, ?> attributes, UserModel user) {
    if (attributes == null || !attributes.containsKey(PoolMarks.IDENTITY_POOL)) {
      return false;
    }
    String stored = user == null ? null : user.getFirstAttribute(PoolMarks.IDENTITY_POOL);
    return !SentValues.first(attributes.get(PoolMarks.IDENTITY_POOL)).equals(stored);
  }

  private static Placement chosen(
      KeycloakSession session, Placement unmoved, String name, UserModel user) {
    Membership membership = new Membership(session, session.getContext().getRealm());
    return unmoved.choose(
        name,
        IdentityPools.of(session).byName(name),
        Optional.ofNullable(user).flatMap(membership::whyUnmovable));
  }

  UserProfileContext context() {
    return writing.context();
  }

  Optional<IdentityPool> target() {
    return placement.target();
  }

  Optional<UserModel> stored() {
    return user.filter(each -> !writing.isReview());
  }

  Optional<Map<String, List<String>>> storedAttributes() {
    return stored().map(UserDocument::attributes);
  }
}
