package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.SettingsText;
import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.PasswordPolicyProvider;

/** Policy {@code passwordSettings(strength=fair minLength=12 digits=1)}. */
public final class PasswordSettingsPolicyFactory extends RulesPolicyFactory {

  public static final String ID = "passwordSettings";

  @Override
  public PasswordPolicyProvider create(KeycloakSession session) {
    return new RulesPolicy(session, ID, SettingsText::parse);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayName() {
    return "Password settings";
  }

  @Override
  public String getDefaultConfigValue() {
    return "strength=fair minLength=8";
  }
}
