package io.keycloakpools.identitypool.access;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

public final class TokenAccessFactory extends DefaultClientPolicyManagerFactory {

  @Override
  public ClientPolicyManager create(KeycloakSession session) {
    return new TokenAccess(session);
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
