package io.keycloakpools.identitypool.access;

import io.keycloakpools.common.CurrentSignIn;
import io.keycloakpools.common.signin.SignInCheck;
import io.keycloakpools.identitypool.pool.IdentityPools;
import java.util.List;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps users of a pool out of the applications of other pools. {@code AuthenticationManager} asks
 * each enabled required action at every sign-in.
 *
 * <p>For a refused user, the action can never be completed: Keycloak shows its page wherever the
 * sign-in stands, and answers passive requests that a page would be needed ({@code
 * AuthorizationEndpointBase}).
 *
 * <p>The other classes here ask again and cannot be switched off.
 */
public final class ApplicationAction extends SignInCheck {

  public static final String ID = "identity-pool-applications";

  private static final String REFUSED_USER = "keycloakpools.refusedUser";

  /** A refused user is asked nothing else. */
  private static final int BEFORE_ALL = 0;

  public ApplicationAction() {
    super(ID, "Identity pools: only own applications", BEFORE_ALL);
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    if (passes(context)) {
      authSession.removeRequiredAction(ID);
    } else if (CurrentSignIn.isDirectGrant(context.getSession())) {
      Refusal.event(context.getEvent(), context.getUser());
      throw Refusal.answer(
          context.getSession().getProvider(Cors.class), OAuthErrorException.INVALID_GRANT);
    } else {
      authSession.addRequiredAction(ID);
      recordOnce(context, authSession);
    }
  }

  /**
   * A flow that ends after its actions, such as an admin's e-mail, gives no session ({@code
   * AuthenticationManager.finishedRequiredActions}), but needs an application all the same.
   */
  private static boolean passes(RequiredActionContext context) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    UserModel user = context.getUser();
    return user == null
        || authSession.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null
        || IdentityPools.of(context.getSession(), context.getRealm())
            .mayEnter(user, authSession.getClient());
  }

  private static void recordOnce(
      RequiredActionContext context, AuthenticationSessionModel authSession) {
    String user = context.getUser().getId();
    if (!user.equals(authSession.getAuthNote(REFUSED_USER))) {
      authSession.setAuthNote(REFUSED_USER, user);
      Refusal.event(context.getEvent().clone().event(EventType.LOGIN), context.getUser());
    }
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    if (passes(context)) {
      context.success();
    } else {
      context.challenge(Refusal.page(context.getSession(), context.getAuthenticationSession()));
    }
  }

  /** {@code AuthenticationManager.executeAction} skips an unsupported action. */
  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public List<ProviderConfigProperty> getConfigMetadata() {
    return NewUsersOfNoPool.properties();
  }

  @Override
  public void validateConfig(
      KeycloakSession session, RealmModel realm, RequiredActionConfigModel config) {
    NewUsersOfNoPool.check(config);
  }
}
