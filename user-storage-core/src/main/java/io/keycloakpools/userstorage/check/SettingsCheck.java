package io.keycloakpools.userstorage.check;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.common.text.SettingMessages;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.pool.PoolEngine;
import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.settings.FormerSwitches;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.function.Predicate;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/** Validates the settings of a user pool. */
public record SettingsCheck(KeycloakSession session, RealmModel realm, PoolEngine engine) {

  /**
   * Validates settings before they are saved. Does not ask the directory of a disabled component:
   * admins disable a pool when its directory is down.
   *
   * @throws org.keycloak.component.ComponentValidationException on the first invalid setting, in
   *     the admin's language
   */
  public void beforeSave(ComponentModel model) {
    boolean enabled = new UserStorageProviderModel(model).isEnabled();
    try {
      check(model, config -> config.testConnection() && enabled);
      PoolReferences.all(session, realm).keep(model);
    } catch (InvalidSettingException e) {
      throw SettingMessages.of(session, engine.form().all()).refused(e.problem());
    }
  }

  /**
   * Validates like a save, and always asks the directory.
   *
   * @throws InvalidSettingException on the first invalid setting
   */
  public void tryOut(ComponentModel model) {
    check(model, config -> true);
  }

  private void check(ComponentModel model, Predicate<UserPoolConfig> asked) {
    RealmChecks checks = new RealmChecks(session, realm);
    FormerSwitches.replace(checks.stored(model), model.getConfig());
    Settings settings = engine.settings(session, model);
    UserPoolConfig config = UserPoolConfig.read(settings);
    checks.check(model, config);
    engine.permit(realm, settings);
    try (Directory directory = engine.directory(session, settings, config)) {
      if (asked.test(config) && directory.test() instanceof ConnectionTest.Fails fails) {
        throw new InvalidSettingException(fails.problem());
      }
    }
  }
}
