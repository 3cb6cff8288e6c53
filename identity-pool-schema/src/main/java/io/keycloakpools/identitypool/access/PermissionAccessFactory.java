package io.keycloakpools.identitypool.access;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.PermissionGrantTypeFactory;

public final class PermissionAccessFactory extends PermissionGrantTypeFactory {

  @Override
  public OAuth2GrantType create(KeycloakSession session) {
    return new PermissionAccess();
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
