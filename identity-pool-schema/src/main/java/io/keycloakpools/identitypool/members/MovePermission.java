package io.keycloakpools.identitypool.members;

import io.keycloakpools.common.text.AdminRealm;
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
 * Whether an admin may move users into and out of pools. A pool opens applications, and Keycloak's
 * fine-grained permissions do not know pools: permission for some users is not enough.
 */
public record MovePermission(
    KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {

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
   * Requires the permission to manage the realm, or all users and groups, as {@code manage-users}
   * gives. For the pool's group, checks what {@code UserResource.joinGroup} checks.
   *
   * @param user empty for a new user
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
