package io.keycloakpools.identitypool.access;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.sessions.AuthenticationSessionModel;

final class OidcAccess extends OIDCLoginProtocol {

  OidcAccess(OIDCProviderConfig config) {
    super(config);
  }

  @Override
  public Response authenticated(
      AuthenticationSessionModel authSession,
      UserSessionModel userSession,
      ClientSessionContext context) {
    return new SignInAccess(session, realm, event)
        .refusal(userSession, context)
        .orElseGet(() -> super.authenticated(authSession, userSession, context));
  }
}
