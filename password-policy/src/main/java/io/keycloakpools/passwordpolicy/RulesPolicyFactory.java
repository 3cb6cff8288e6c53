package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.strength.StrengthMeter;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

abstract class RulesPolicyFactory implements PasswordPolicyProviderFactory {

  @Override
  public String getConfigType() {
    return PasswordPolicyProvider.STRING_CONFIG_TYPE;
  }

  @Override
  public boolean isMultiplSupported() {
    return false;
  }

  @Override
  public void init(Config.Scope config) {}

  /** Loads the word lists, so that the first user does not wait. */
  @Override
  public void postInit(KeycloakSessionFactory factory) {
    StrengthMeter.shared().rate("Summer2024!", List.of());
  }

  @Override
  public void close() {}
}
