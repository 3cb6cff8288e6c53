package io.keycloakpools.identitypool.members;

import io.keycloakpools.common.pools.JoinablePool;
import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.common.reference.PoolGroup;
import io.keycloakpools.common.reference.References;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPoolReferences;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.PoolSettings;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Membership in pools. The federation link decides; an attribute shows it to admins, who can search
 * by it.
 */
public record Membership(KeycloakSession session, RealmModel realm) {

  private boolean movable(UserModel user) {
    String link = user.getFederationLink();
    return link == null || IdentityPools.of(session, realm).component(link).isPresent();
  }

  public Optional<String> whyUnmovable(UserModel user) {
    if (user.getServiceAccountClientLink() != null) {
      return Optional.of("identityPoolServiceAccount");
    }
    if (!movable(user)) {
      return Optional.of("identityPoolElsewhere");
    }
    // Keycloak refuses to change users of a provider that is switched off.
    return Optional.ofNullable(user.getFederationLink())
        .flatMap(IdentityPools.of(session, realm)::component)
        .filter(
            pool ->
                Settings.of(pool.getConfig()).get(PoolSettings.ENABLED) == PoolSettings.State.OFF)
        .map(pool -> "identityPoolOffItself");
  }

  /**
   * Creates a user in a pool without asking other user storage providers, such as an LDAP provider
   * that registers users itself.
   */
  public UserModel create(String username, IdentityPool pool) {
    UserModel user =
        session
            .users()
            .addUser(realm, null, KeycloakModelUtils.toLowerCaseSafe(username), true, true);
    join(user, pool);
    return user;
  }

  public void join(UserModel user, IdentityPool pool) {
    boolean joins = !pool.id().equals(user.getFederationLink());
    JoinablePool.link(user, pool.id(), pool.name());
    if (joins) {
      pool.settings().group().ifPresent(path -> group(pool, path).join(session, realm, user));
    }
  }

  Optional<GroupModel> group(IdentityPool pool) {
    return pool.settings().group().flatMap(path -> group(pool, path).find(session, realm));
  }

  private PoolGroup group(IdentityPool pool, String path) {
    References references =
        IdentityPools.of(session, realm)
            .component(pool.id())
            .map(IdentityPoolReferences::of)
            .orElseThrow();
    return new PoolGroup(pool.name(), path, references);
  }

  public void leave(UserModel user) {
    user.setFederationLink(null);
    user.removeAttribute(PoolMarks.IDENTITY_POOL);
  }
}
