package io.keycloakpools.identitypool.password;

import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.DefaultPasswordPolicyManagerProviderFactory;
import org.keycloak.policy.PasswordPolicyManagerProvider;

/** Takes the place of Keycloak's {@code default}: see {@link PoolPolicyManager}. */
public final class PoolPolicyManagerFactory extends DefaultPasswordPolicyManagerProviderFactory {

  @Override
  public PasswordPolicyManagerProvider create(KeycloakSession session) {
    return new PoolPolicyManager(session);
  }

  /** Of two factories with one id, Keycloak takes the one with the higher order. */
  @Override
  public int order() {
    return super.order() + 10;
  }
}
