package io.keycloakpools.identitypool.pool;

import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/** The realm role that a pool admits users of no pool by. */
final class AdmittedRole {

  private AdmittedRole() {}

  /**
   * The realm role of that name.
   *
   * @return empty if there is none, or if everybody has it: anybody who registers would be admitted
   */
  static Optional<RoleModel> named(RealmModel realm, String name) {
    return Optional.ofNullable(realm.getRole(name)).filter(role -> !everybodyHas(realm, role));
  }

  private static boolean everybodyHas(RealmModel realm, RoleModel role) {
    RoleModel given = realm.getDefaultRole();
    return (given != null && given.hasRole(role))
        || RoleUtils.hasRoleFromGroup(realm.getDefaultGroupsStream(), role, true);
  }
}
