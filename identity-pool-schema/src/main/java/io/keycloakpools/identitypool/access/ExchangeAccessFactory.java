package io.keycloakpools.identitypool.access;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.protocol.oidc.tokenexchange.StandardTokenExchangeProviderFactory;

public final class ExchangeAccessFactory extends StandardTokenExchangeProviderFactory {

  @Override
  public TokenExchangeProvider create(KeycloakSession session) {
    return new ExchangeAccess();
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
