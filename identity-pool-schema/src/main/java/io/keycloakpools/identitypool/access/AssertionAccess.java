package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.JWTAuthorizationGrantType;
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
      Refusal.event(event, targetUser);
      throw Refusal.answer(cors, OAuthErrorException.INVALID_GRANT);
    }
    return super.createSessionModel(rootAuthSession, targetUser, application, scope);
  }
}
