package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

record SignInAccess(KeycloakSession session, RealmModel realm, EventBuilder event) {

  /** The authentication session is over by now. */
  Optional<Response> refusal(UserSessionModel userSession, ClientSessionContext context) {
    AuthenticatedClientSessionModel clientSession = context.getClientSession();
    ClientModel client = clientSession.getClient();
    if (IdentityPools.of(session, realm).mayEnter(userSession.getUser(), client)) {
      return Optional.empty();
    }
    Refusal.event(event.event(EventType.LOGIN), userSession.getUser());
    boolean elsewhere =
        userSession.getAuthenticatedClientSessions().keySet().stream()
            .anyMatch(id -> !id.equals(client.getId()));
    if (elsewhere) {
      clientSession.detachFromUserSession();
    } else {
      session.sessions().removeUserSession(realm, userSession);
    }
    return Optional.of(Refusal.page(session, null));
  }
}
