package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.PoolGroup;
import io.keycloakpools.common.reference.References;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who is in which pool. The federation link decides; the attribute says it to admins, who can
 * search by it.
 */
public record Membership(KeycloakSession session, RealmModel realm) {

  /** User attribute with the name of the pool. */
  public static final String ATTRIBUTE = "identityPool";

  /** Whether a user may be moved: users of a directory stay where they are. */
  public boolean movable(UserModel user) {
    String link = user.getFederationLink();
    return link == null || IdentityPools.of(session, realm).component(link).isPresent();
  }

  /** Puts a user into a pool, out of any other. */
  public void join(UserModel user, IdentityPool pool) {
    boolean joins = !pool.id().equals(user.getFederationLink());
    link(user, Optional.of(pool));
    if (joins) {
      pool.settings().group().ifPresent(path -> group(pool, path).join(session, realm, user));
    }
  }

  private PoolGroup group(IdentityPool pool, String path) {
    References references =
        IdentityPools.of(session, realm).component(pool.id()).map(PoolReferences::of).orElseThrow();
    return new PoolGroup(pool.name(), path, references);
  }

  /** Takes a user out of the pool. */
  public void leave(UserModel user) {
    link(user, Optional.empty());
  }

  private static void link(UserModel user, Optional<IdentityPool> pool) {
    user.setFederationLink(pool.map(IdentityPool::id).orElse(null));
    pool.ifPresentOrElse(
        joined -> user.setSingleAttribute(ATTRIBUTE, joined.name()),
        () -> user.removeAttribute(ATTRIBUTE));
  }
}
