package io.keycloakpools.identitypool.access;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.JWTAuthorizationGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

public final class AssertionAccessFactory extends JWTAuthorizationGrantTypeFactory {

  @Override
  public OAuth2GrantType create(KeycloakSession session) {
    return new AssertionAccess();
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
