package io.keycloakpools.identitypool.pool;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Who is in which pool. The federation link decides; the attribute says it to admins, who can
 * search by it.
 */
public record Membership(KeycloakSession session, RealmModel realm) {

  /** User attribute with the name of the pool. */
  public static final String ATTRIBUTE = "identityPool";

  private static final Logger LOG = Logger.getLogger(Membership.class);

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
      pool.settings().group().ifPresent(path -> joinGroup(user, pool, path));
    }
  }

  private void joinGroup(UserModel user, IdentityPool pool, String path) {
    GroupModel group = KeycloakModelUtils.findGroupByPath(session, realm, path);
    if (group == null) {
      LOG.warnf(
          "User %s of realm %s joins the identity pool %s, but not its group %s, which is not there. Choose another group for the pool.",
          user.getId(), realm.getName(), pool.name(), path);
    } else {
      user.joinGroup(group);
    }
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
