package io.keycloakpools.identitypool.pool;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.JWTAuthorizationGrantType;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * Gives an application no token of a user of another pool for an assertion of an identity provider
 * (RFC 7523). {@link TokenAccess} is not told whom it is about.
 */
final class AssertionAccess extends JWTAuthorizationGrantType {

  @Override
  protected AuthenticationSessionModel createSessionModel(
      RootAuthenticationSessionModel rootAuthSession,
      UserModel targetUser,
      ClientModel application,
      String scope) {
    if (!IdentityPools.of(session, realm).mayEnter(targetUser, application)) {
      event.detail(Details.REASON, ApplicationAction.REASON);
      event.error(Errors.ACCESS_DENIED);
      throw new CorsErrorResponseException(
          cors,
          OAuthErrorException.INVALID_GRANT,
          TokenAccess.MESSAGE,
          Response.Status.BAD_REQUEST);
    }
    return super.createSessionModel(rootAuthSession, targetUser, application, scope);
  }
}
