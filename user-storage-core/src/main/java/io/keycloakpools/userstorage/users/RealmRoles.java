package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.rules.RoleCatalog;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

record RealmRoles(RealmModel realm, PoolReferences references) implements RoleCatalog {

  private static final Set<String> ADMINISTRATIVE_REALM_ROLES =
      Set.of(AdminRoles.ADMIN, AdminRoles.CREATE_REALM, AdminRoles.REALM_ADMIN);
  private static final Set<String> ADMINISTRATIVE_CLIENTS =
      Set.of(
          Constants.REALM_MANAGEMENT_CLIENT_ID,
          Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
          Constants.BROKER_SERVICE_CLIENT_ID,
          Constants.ADMIN_CONSOLE_CLIENT_ID);
  private static final String MASTER_ADMIN_CLIENT_SUFFIX = "-realm";

  @Override
  public Optional<Role> realmRole(String name) {
    return Optional.ofNullable(realm.getRole(name)).map(RealmRoles::describe);
  }

  @Override
  public Optional<Role> mapped(String words) {
    return references.role(words).map(realm::getRoleById).map(RealmRoles::describe);
  }

  private static Role describe(RoleModel role) {
    return new Role(role.getId(), administrative(role));
  }

  /** Whether a role, or a part of it, gives power over the realm or over accounts. */
  static boolean administrative(RoleModel role) {
    return administrative(role, new HashSet<>());
  }

  private static boolean administrative(RoleModel role, Set<String> seen) {
    if (!seen.add(role.getId())) {
      return false;
    }
    return isAdministrative(role)
        || role.getCompositesStream().anyMatch(part -> administrative(part, seen));
  }

  /** Includes the account client's roles, except the one that only lets users see themselves. */
  private static boolean isAdministrative(RoleModel role) {
    if (!role.isClientRole()) {
      return ADMINISTRATIVE_REALM_ROLES.contains(role.getName());
    }
    ClientModel client = (ClientModel) role.getContainer();
    return (ADMINISTRATIVE_CLIENTS.contains(client.getClientId())
            && !AccountRoles.VIEW_PROFILE.equals(role.getName()))
        || client.getClientId().endsWith(MASTER_ADMIN_CLIENT_SUFFIX);
  }
}
