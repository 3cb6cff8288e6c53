package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds the password settings that hold for a user. */
@FunctionalInterface
public interface PasswordRulesResolver {

  /** The settings of a user; empty if only Keycloak's own policies hold. */
  Optional<PasswordSettings> settingsOf(RealmModel realm, UserModel user);

  /** Those of the realm's policy {@code passwordSettings}. */
  static PasswordRulesResolver ofRealmPolicy() {
    return (realm, user) ->
        Optional.ofNullable(
            realm.getPasswordPolicy().getPolicyConfig(PasswordSettingsPolicyFactory.ID));
  }
}
