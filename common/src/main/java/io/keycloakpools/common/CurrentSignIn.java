package io.keycloakpools.common;

import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The sign-in that a request belongs to. */
public final class CurrentSignIn {

  private CurrentSignIn() {}

  /**
   * The authentication session of a person at a page of Keycloak, or of a client that asks for a
   * token.
   *
   * @return empty for a request of an admin or a script. For an access token without a session,
   *     such as that of a service account, Keycloak makes both a user session and an authentication
   *     session ({@code UserSessionUtil.findValidSessionForAccessToken}): nobody signs in with them
   */
  public static Optional<AuthenticationSessionModel> of(KeycloakSession session) {
    return madeForAccessToken(session.getContext())
        ? Optional.empty()
        : Optional.ofNullable(session.getContext().getAuthenticationSession());
  }

  /** Token exchange validates an access token too, and goes on to a sign-in. */
  private static boolean madeForAccessToken(KeycloakContext context) {
    return context.getBearerToken() != null
        && context.getUserSession() != null
        && context.getUserSession().getPersistenceState() == SessionPersistenceState.TRANSIENT
        && !context
            .getHttpRequest()
            .getDecodedFormParameters()
            .containsKey(OAuth2Constants.GRANT_TYPE);
  }
}
