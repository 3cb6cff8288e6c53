package io.keycloakpools.common;

import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.sessions.AuthenticationSessionModel;

public final class CurrentSignIn {

  private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

  private CurrentSignIn() {}

  /**
   * The authentication session of a user at a page, or of a client that requests a token.
   *
   * @return empty for admins and scripts. For a token without a session, such as a service
   *     account's, Keycloak creates both sessions ({@code
   *     UserSessionUtil.findValidSessionForAccessToken}), but no one signs in
   */
  public static Optional<AuthenticationSessionModel> of(KeycloakSession session) {
    return madeForAccessToken(session.getContext())
        ? Optional.empty()
        : Optional.ofNullable(session.getContext().getAuthenticationSession());
  }

  /**
   * Whether a client sent the password to the token endpoint (RFC 6749, section 4.3). No page can
   * be shown, and no other grant evaluates required actions.
   */
  public static boolean isDirectGrant(KeycloakSession session) {
    KeycloakContext context = session.getContext();
    return context.getUri().getPath().endsWith(TOKEN_ENDPOINT)
        && OAuth2Constants.PASSWORD.equals(
            context
                .getHttpRequest()
                .getDecodedFormParameters()
                .getFirst(OAuth2Constants.GRANT_TYPE));
  }

  /** Token exchange also validates an access token, but continues to a sign-in. */
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
