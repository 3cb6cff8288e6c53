package io.keycloakpools.identitypool.pool;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/** The realm role that a pool admits users of no pool by. */
public final class AdmittedRole {

  private AdmittedRole() {}

  /** Whether everybody new gets a role, so that it would admit all who register. */
  public static boolean everybodyHas(RealmModel realm, RoleModel role) {
    RoleModel given = realm.getDefaultRole();
    return (given != null && given.hasRole(role))
        || RoleUtils.hasRoleFromGroup(realm.getDefaultGroupsStream(), role, true);
  }
}
