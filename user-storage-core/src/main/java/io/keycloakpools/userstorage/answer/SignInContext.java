package io.keycloakpools.userstorage.answer;

import io.keycloakpools.common.CurrentSignIn;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.users.UserPreview;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/** What is known of the request: whether a person signs in, how, where to, and what they typed. */
public record SignInContext(KeycloakSession session) {

  private static final Set<String> MAKE_NOBODY =
      Set.of(LoginActionsService.AUTHENTICATE_PATH, LoginActionsService.RESET_CREDENTIALS_PATH);

  /**
   * Whether a person is at a login, registration or reset page, or a client asks for a token with a
   * password.
   */
  public boolean active() {
    return authentication() != null;
  }

  /**
   * Whether the password was right and the person is at the page of a required action: the names
   * that they type there are none to sign in with.
   */
  public boolean atRequiredAction() {
    return active() && Action.REQUIRED_ACTIONS.name().equals(authentication().getAction());
  }

  /**
   * Whether the request makes nobody: a sign-in or "forgot password", and neither a registration
   * nor the first sign-in by an identity provider.
   */
  public boolean makesNobody() {
    return active()
        && (directGrant()
            || MAKE_NOBODY.contains(
                String.valueOf(
                    authentication().getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH))));
  }

  AuthenticationSessionModel authentication() {
    return CurrentSignIn.of(session).orElse(null);
  }

  /** Whether the password came to the token endpoint (RFC 6749, section 4.3). */
  boolean directGrant() {
    return OAuth2Constants.PASSWORD.equals(
        session
            .getContext()
            .getHttpRequest()
            .getDecodedFormParameters()
            .getFirst(OAuth2Constants.GRANT_TYPE));
  }

  /** The password that this request brings to be checked. */
  public Optional<String> password() {
    return active() && (directGrant() || flowIs(LoginActionsService.AUTHENTICATE_PATH))
        ? formText(CredentialRepresentation.PASSWORD)
        : Optional.empty();
  }

  /** The name that the person typed on this page or the one before. */
  Optional<String> typedName() {
    return formText(AuthenticationManager.FORM_USERNAME)
        .or(
            () ->
                Optional.ofNullable(authentication())
                    .map(
                        known ->
                            known.getAuthNote(
                                AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME)));
  }

  private Optional<String> formText(String field) {
    return Optional.ofNullable(
            session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(field))
        .filter(text -> !text.isEmpty());
  }

  private boolean flowIs(String path) {
    return path.equals(authentication().getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
  }

  /** The application, if a person signs in to one. */
  Optional<String> clientId() {
    return client().map(ClientModel::getClientId);
  }

  private Optional<ClientModel> client() {
    return active() ? Optional.ofNullable(authentication().getClient()) : Optional.empty();
  }

  /**
   * Whether a pool is asked: it serves the application, and no {@link UserPreview} is under way. A
   * look-up imports the user that it finds, and a preview must write nothing.
   */
  public boolean served(Pool pool) {
    return !UserPreview.underWay(session)
        && client()
            .map(client -> PoolReferences.of(session, client.getRealm(), pool).serve(pool, client))
            .orElse(true);
  }

  /** The address of the person's machine. */
  public Optional<String> clientIp() {
    return session.getContext().getConnection() == null
        ? Optional.empty()
        : Optional.ofNullable(session.getContext().getConnection().getRemoteAddr());
  }

  /**
   * A name as the person typed it: Keycloak's user cache asks in lower case, directories may tell
   * cases apart.
   */
  public String asTyped(String name) {
    String typed =
        active()
            ? authentication().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME)
            : null;
    return Names.same(name, typed) ? typed : name;
  }
}
