package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Gives a passive request the error of its protocol before there is a session, even without {@link
 * ApplicationAction}. {@code AuthorizationEndpointBase} answers passive requests with a protocol
 * object of its own, not with the provider.
 */
final class CheckedProcessor extends AuthenticationProcessor {

  private CheckedProcessor() {}

  static AuthenticationProcessor of(
      KeycloakSession session,
      EventBuilder event,
      AuthenticationSessionModel authSession,
      String flowId,
      String flowPath) {
    KeycloakContext context = session.getContext();
    authSession.setAuthNote(CURRENT_FLOW_PATH, flowPath);
    return new CheckedProcessor()
        .setAuthenticationSession(authSession)
        .setFlowPath(flowPath)
        .setFlowId(flowId)
        .setBrowserFlow(true)
        .setConnection(context.getConnection())
        .setEventBuilder(event)
        .setRealm(context.getRealm())
        .setSession(session)
        .setUriInfo(context.getUri())
        .setRequest(context.getHttpRequest());
  }

  @Override
  public String nextRequiredAction() {
    String next = super.nextRequiredAction();
    AuthenticationSessionModel authSession = getAuthenticationSession();
    return next == null
            && !IdentityPools.of(getSession(), getRealm())
                .mayEnter(authSession.getAuthenticatedUser(), authSession.getClient())
        ? ApplicationAction.ID
        : next;
  }
}
