package io.keycloakpools.userstorage;

import static io.keycloakpools.userstorage.settings.Settings.problem;

import io.keycloakpools.userstorage.rules.RoleMapping;
import io.keycloakpools.userstorage.rules.TenantRule;
import io.keycloakpools.userstorage.settings.SharedSettings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

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
    for (String clientId : config.clients()) {
      if (realm.getClientByClientId(clientId) == null) {
        throw problem(SharedSettings.CLIENTS, "userPoolSettingNoClient", clientId);
      }
    }
    if (config.group().isPresent()) {
      group(SharedSettings.GROUP, config.group().get());
    }
    for (String path : config.groupMappings().pathByDirectoryName().values()) {
      group(SharedSettings.GROUP_MAPPINGS, path);
    }
    for (String role : config.roleMappings().roleByDirectoryName().values()) {
      if (RoleMapping.named(role, new RealmRoles(realm)).isEmpty()) {
        throw problem(SharedSettings.ROLE_MAPPINGS, "userPoolSettingNoRole", role);
      }
    }
    for (String alias : config.identityProviderMappings().providers()) {
      if (session.identityProviders().getByAlias(alias) == null) {
        throw problem(
            SharedSettings.IDENTITY_PROVIDER_MAPPINGS, "userPoolSettingNoIdentityProvider", alias);
      }
    }
    if (config.identityPool().isPresent() && !isImported(model)) {
      identityPool(config.identityPool().get());
    }
    if (!(config.tenantRule() instanceof TenantRule.None) && !realm.isOrganizationsEnabled()) {
      throw problem(SharedSettings.TENANT_RESOLVER, "userPoolSettingNoOrganizations");
    }
  }

  /** An import brings the id along, and may bring the identity pools after the user pools. */
  private boolean isImported(ComponentModel model) {
    return model.getId() != null && realm.getComponent(model.getId()) == null;
  }

  private void identityPool(String name) {
    ComponentModel pool =
        new IdentityPoolOfMigrated(session, realm)
            .named(name)
            .orElseThrow(
                () -> problem(SharedSettings.IDENTITY_POOL, "userPoolSettingNoIdentityPool", name));
    if (!IdentityPoolOfMigrated.hasPasswords(pool)) {
      throw problem(SharedSettings.IDENTITY_POOL, "userPoolSettingNoPasswordsThere", name);
    }
  }

  private void group(String setting, String path) {
    if (KeycloakModelUtils.findGroupByPath(session, realm, path) == null) {
      throw problem(setting, "userPoolSettingNoGroup", path);
    }
  }
}
