package io.keycloakpools.common.reference;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The group that users of a pool join.
 *
 * @param path as in the setting
 */
public record PoolGroup(String pool, String path, References references) {

  public static final String SETTING = "group";

  private static final Logger LOG = Logger.getLogger(PoolGroup.class);

  /** A deleted group keeps no user out of the pool. */
  public void join(KeycloakSession session, RealmModel realm, UserModel user) {
    find(session, realm)
        .ifPresentOrElse(
            user::joinGroup,
            () ->
                LOG.warnf(
                    "User %s of realm %s joins the pool \"%s\", but not its group \"%s\", which no longer exists. Save the"
                        + " pool with another group.",
                    user.getId(), realm.getName(), pool, path));
  }

  /** Empty if the group was deleted. */
  public Optional<GroupModel> find(KeycloakSession session, RealmModel realm) {
    return references
        .find(SETTING, ReferenceKind.GROUP, path, new RealmTargets(session, realm))
        .map(found -> realm.getGroupById(found.id()));
  }
}
