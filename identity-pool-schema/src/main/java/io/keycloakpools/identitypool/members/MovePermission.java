package io.keycloakpools.identitypool.members;

import io.keycloakpools.common.AdminRealm;
import io.keycloakpools.identitypool.pool.IdentityPool;
import jakarta.ws.rs.ForbiddenException;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Whether an admin may put users into pools and take them out, beside managing the users
 * themselves. A pool opens applications, and Keycloak's fine-grained permissions know nothing of
 * pools: a permission for some users is none for a pool.
 */
public record MovePermission(
    KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {

  /** Of the admin who sent this request; empty if no admin did. */
  public static Optional<MovePermission> ofRequest(KeycloakSession session) {
    if (!(session.getContext().getBearerToken() instanceof AccessToken token)) {
      return Optional.empty();
    }
    AdminAuth admin =
        new AdminAuth(
            AdminRealm.of(session, token),
            token,
            session.getContext().getUser(),
            session.getContext().getClient());
    RealmModel realm = session.getContext().getRealm();
    return Optional.of(
        new MovePermission(session, realm, AdminPermissions.evaluator(session, realm, admin)));
  }

  /**
   * Refuses an admin who may neither manage the realm, nor all users and groups of it, as with the
   * role {@code manage-users}. For the group of the pool, asks what {@code UserResource.joinGroup}
   * asks.
   *
   * @param user empty for one who is being created
   * @param joined empty if the user only leaves a pool
   */
  public void require(Optional<UserModel> user, Optional<IdentityPool> joined) {
    boolean all = auth.users().canManage() && auth.groups().canManage();
    if (!all && !auth.realm().canManageRealm()) {
      throw new ForbiddenException();
    }
    joined
        .flatMap(new Membership(session, realm)::group)
        .ifPresent(
            group -> {
              user.ifPresent(auth.users()::requireManageGroupMembership);
              auth.groups().requireManageMembership(group);
            });
  }
}
