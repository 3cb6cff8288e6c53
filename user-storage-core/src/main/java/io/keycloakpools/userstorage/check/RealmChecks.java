package io.keycloakpools.userstorage.check;

import io.keycloakpools.common.Imports;
import io.keycloakpools.common.Word;
import io.keycloakpools.common.pools.JoinablePool;
import io.keycloakpools.common.reference.Broken;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.rules.TenantRule;
import io.keycloakpools.userstorage.settings.SharedSettings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import io.keycloakpools.userstorage.users.PoolProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

record RealmChecks(KeycloakSession session, RealmModel realm) {

  /** Empty if the component is new. */
  Map<String, List<String>> stored(ComponentModel model) {
    return Optional.ofNullable(model.getId())
        .map(realm::getComponent)
        .<Map<String, List<String>>>map(ComponentModel::getConfig)
        .orElse(Map.of());
  }

  /**
   * @throws io.keycloakpools.common.settings.InvalidSettingException on the first name that is
   *     missing
   */
  void check(ComponentModel model, UserPoolConfig config) {
    PoolReferences.all(session, realm).unknown(model).stream()
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new InvalidSettingException(unknown(unknown));
            });
    identityPool(model);
    somebodyJoins(model, config);
    shown(model, config);
    if (!(config.tenantRule() instanceof TenantRule.None) && !realm.isOrganizationsEnabled()) {
      throw SharedSettings.TENANT_RESOLVER.invalid("userPoolSettingNoOrganizations");
    }
  }

  /** Suggests names where the form has a text field for one. */
  private SettingProblem unknown(Broken unknown) {
    String setting = unknown.setting().key();
    String name = unknown.name();
    PossibleNames possible = new PossibleNames(realm);
    return switch (unknown.setting().kind()) {
      case CLIENT ->
          SettingProblem.of(setting, "userPoolSettingNoClient", name, possible.clients());
      case GROUP -> SettingProblem.of(setting, "userPoolSettingNoGroup", name);
      case ROLE, REALM_ROLE -> SettingProblem.of(setting, "userPoolSettingNoRole", name);
      case IDENTITY_PROVIDER ->
          SettingProblem.of(setting, "userPoolSettingNoIdentityProvider", name);
      case IDENTITY_POOL, IDENTITY_SCHEMA -> {
        String pools = possible.identityPools();
        yield pools.isEmpty()
            ? SettingProblem.of(setting, "userPoolSettingNoIdentityPool", name)
            : SettingProblem.of(setting, "userPoolSettingNoSuchIdentityPool", name, pools);
      }
    };
  }

  private void identityPool(ComponentModel model) {
    PoolReferences.all(session, realm).meant(model, PoolReferences.IDENTITY_POOL).stream()
        .map(target -> new JoinablePool(session, realm, realm.getComponent(target.id())))
        .filter(pool -> !pool.hasPasswords())
        .findFirst()
        .ifPresent(
            pool -> {
              throw SharedSettings.IDENTITY_POOL.invalid(
                  "userPoolSettingNoPasswordsThere", pool.name());
            });
  }

  /**
   * Where users stay, nobody can join. A stored setting is kept: the moves may be stopped for a
   * while.
   */
  private void somebodyJoins(ComponentModel model, UserPoolConfig config) {
    if (config.justInTimeMigration() || Imports.isImported(realm, model)) {
      return;
    }
    List<String> before = stored(model).get(SharedSettings.IDENTITY_POOL.key());
    config
        .identityPool()
        .filter(name -> !List.of(name).equals(before))
        .ifPresent(
            name -> {
              throw SharedSettings.IDENTITY_POOL.invalid(
                  "userPoolSettingNobodyJoins", Word.hyphenated(config.stayOrMove()));
            });
  }

  /** Nobody would see a mapped attribute that cannot be declared. */
  private void shown(ComponentModel model, UserPoolConfig config) {
    String key = SharedSettings.ATTRIBUTE_MAPPINGS.key();
    boolean chosen = !Objects.equals(stored(model).get(key), model.getConfig().get(key));
    if (!chosen || Imports.isImported(realm, model)) {
      return;
    }
    config.attributeMappings().targets().stream()
        .filter(target -> !PoolProfile.canBeShown(session, target))
        .findFirst()
        .ifPresent(
            target -> {
              throw SharedSettings.ATTRIBUTE_MAPPINGS.invalid(
                  "userPoolSettingAttributeName", target);
            });
  }
}
