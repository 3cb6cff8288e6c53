package io.keycloakpools.userstorage.answer;

import io.keycloakpools.common.CurrentSignIn;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.users.UserPreview;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/** Reads from the request whether and how a person signs in. */
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

  /** True after a right password: names typed at a required action are not for signing in. */
  public boolean atRequiredAction() {
    return active() && Action.REQUIRED_ACTIONS.name().equals(authentication().getAction());
  }

  /**
   * Whether the request creates no user: a sign-in or "forgot password", but not a registration or
   * the first sign-in by an identity provider.
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

  boolean directGrant() {
    return CurrentSignIn.isDirectGrant(session);
  }

  public Optional<String> password() {
    return active() && (directGrant() || flowIs(LoginActionsService.AUTHENTICATE_PATH))
        ? formText(CredentialRepresentation.PASSWORD)
        : Optional.empty();
  }

  /** The name typed on this page or the one before. */
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

  Optional<String> clientId() {
    return client().map(ClientModel::getClientId);
  }

  private Optional<ClientModel> client() {
    return active() ? Optional.ofNullable(authentication().getClient()) : Optional.empty();
  }

  /**
   * Whether to ask a pool: it serves the application, and no {@link UserPreview} is under way,
   * which must import nobody.
   */
  public boolean served(Pool pool) {
    return !UserPreview.underWay(session)
        && client()
            .map(
                client ->
                    new PoolSession(session, client.getRealm(), pool)
                        .references()
                        .serve(pool, client))
            .orElse(true);
  }

  public Optional<String> clientIp() {
    return session.getContext().getConnection() == null
        ? Optional.empty()
        : Optional.ofNullable(session.getContext().getConnection().getRemoteAddr());
  }

  /** Keycloak's user cache asks in lower case, but directories may tell cases apart. */
  public String asTyped(String name) {
    String typed =
        active()
            ? authentication().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME)
            : null;
    return Names.same(name, typed) ? typed : name;
  }
}
