package io.keycloakpools.identitypool.pool;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

public final class AdmittedRole {

  private AdmittedRole() {}

  public static boolean everybodyHas(RealmModel realm, RoleModel role) {
    RoleModel given = realm.getDefaultRole();
    return (given != null && given.hasRole(role))
        || RoleUtils.hasRoleFromGroup(realm.getDefaultGroupsStream(), role, true);
  }
}
