package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.JWTAuthorizationGrantType;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * Refuses tokens for assertions of an identity provider (RFC 7523) about users of another pool.
 * {@link TokenAccess} does not learn the user there.
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
