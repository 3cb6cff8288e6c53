package io.keycloakpools.identitypool.password;

import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.DefaultPasswordPolicyManagerProviderFactory;
import org.keycloak.policy.PasswordPolicyManagerProvider;

public final class PoolPolicyManagerFactory extends DefaultPasswordPolicyManagerProviderFactory {

  @Override
  public PasswordPolicyManagerProvider create(KeycloakSession session) {
    return new PoolPolicyManager(session);
  }

  @Override
  public int order() {
    return super.order() + 10;
  }
}
