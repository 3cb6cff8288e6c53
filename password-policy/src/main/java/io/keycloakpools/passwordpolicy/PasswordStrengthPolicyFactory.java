package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.rules.SettingsText;
import io.keycloakpools.passwordpolicy.strength.Strength;
import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.PasswordPolicyProvider;

/** Policy {@code passwordStrength(fair)}. */
public final class PasswordStrengthPolicyFactory extends RulesPolicyFactory {

  public static final String ID = "passwordStrength";

  @Override
  public PasswordPolicyProvider create(KeycloakSession session) {
    return new RulesPolicy(session, ID, PasswordStrengthPolicyFactory::settings);
  }

  private static PasswordSettings settings(String typed) {
    return PasswordSettings.ofStrength(
        typed.isBlank() ? Strength.FAIR : SettingsText.strength(typed.strip()));
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayName() {
    return "Password strength";
  }

  @Override
  public String getDefaultConfigValue() {
    return Strength.FAIR.toString();
  }
}
