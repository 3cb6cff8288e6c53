package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.strength.StrengthMeter;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** What both policies have in common. */
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

  /** Reads the word lists now: the first person would wait for them otherwise. */
  @Override
  public void postInit(KeycloakSessionFactory factory) {
    StrengthMeter.shared().rate("Summer2024!", List.of());
  }

  @Override
  public void close() {}
}
