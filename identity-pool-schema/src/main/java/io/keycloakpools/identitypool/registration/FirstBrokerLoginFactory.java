package io.keycloakpools.identitypool.registration;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

public final class FirstBrokerLoginFactory extends IdpCreateUserIfUniqueAuthenticatorFactory {

  @Override
  public Authenticator create(KeycloakSession session) {
    return new FirstBrokerLogin();
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
