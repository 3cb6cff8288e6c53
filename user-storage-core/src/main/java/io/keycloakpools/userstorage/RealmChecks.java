package io.keycloakpools.userstorage;

import static io.keycloakpools.userstorage.settings.Settings.problem;

import io.keycloakpools.userstorage.rules.TenantRule;
import io.keycloakpools.userstorage.settings.SharedSettings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether what the settings name exists in the realm. */
record RealmChecks(KeycloakSession session, RealmModel realm) {

  /**
   * Checks clients, groups, roles, identity providers, the identity pool and organizations.
   *
   * @param model the component whose settings they are
   * @throws io.keycloakpools.userstorage.settings.InvalidSettingException on the first that is not
   *     there
   */
  void check(ComponentModel model, UserPoolConfig config) {
    PoolReferences.all(session, realm).unknown(model).stream()
        .findFirst()
        .ifPresent(
            unknown -> {
              throw problem(
                  unknown.setting().key(), PoolReferences.unknownMessage(unknown), unknown.name());
            });
    identityPool(model);
    if (!(config.tenantRule() instanceof TenantRule.None) && !realm.isOrganizationsEnabled()) {
      throw problem(SharedSettings.TENANT_RESOLVER, "userPoolSettingNoOrganizations");
    }
  }

  private void identityPool(ComponentModel model) {
    PoolReferences.all(session, realm).meant(model, PoolReferences.IDENTITY_POOL).stream()
        .map(target -> realm.getComponent(target.id()))
        .filter(pool -> !IdentityPoolOfMigrated.hasPasswords(pool))
        .findFirst()
        .ifPresent(
            pool -> {
              throw problem(
                  SharedSettings.IDENTITY_POOL, "userPoolSettingNoPasswordsThere", pool.getName());
            });
  }
}
