package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

@FunctionalInterface
public interface PasswordRulesResolver {

  /** Empty if only Keycloak's own policies apply. */
  Optional<PasswordSettings> settingsOf(RealmModel realm, UserModel user);

  static PasswordRulesResolver ofRealmPolicy() {
    return (realm, user) ->
        Optional.ofNullable(
            realm.getPasswordPolicy().getPolicyConfig(PasswordSettingsPolicyFactory.ID));
  }
}
