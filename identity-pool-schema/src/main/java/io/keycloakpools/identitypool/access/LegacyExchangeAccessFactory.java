package io.keycloakpools.identitypool.access;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.protocol.oidc.tokenexchange.V1TokenExchangeProviderFactory;

public final class LegacyExchangeAccessFactory extends V1TokenExchangeProviderFactory {

  @Override
  public TokenExchangeProvider create(KeycloakSession session) {
    return new LegacyExchangeAccess();
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
