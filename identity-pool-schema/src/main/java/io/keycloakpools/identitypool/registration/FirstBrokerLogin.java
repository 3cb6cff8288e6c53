package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Errors;
import org.keycloak.services.messages.Messages;

/**
 * Creates nobody at an application whose pool is switched off. Keycloak asks no provider that is
 * switched off whether it takes a new user, and would create one of no pool, who may enter every
 * application.
 */
final class FirstBrokerLogin extends IdpCreateUserIfUniqueAuthenticator {

  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    boolean off =
        IdentityPools.of(context.getSession(), context.getRealm())
            .registeringHere()
            .filter(pool -> !pool.enabled())
            .isPresent();
    if (off && isNew(context, serialized, broker)) {
      sendFailureChallenge(
          context,
          Response.Status.BAD_REQUEST,
          Errors.REGISTRATION_DISABLED,
          Messages.REGISTRATION_NOT_ALLOWED,
          AuthenticationFlowError.ACCESS_DENIED);
    } else {
      super.authenticateImpl(context, serialized, broker);
    }
  }

  private boolean isNew(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    String username = getUsername(context, serialized, broker);
    return context.getAuthenticationSession().getAuthNote(EXISTING_USER_INFO) == null
        && username != null
        && checkExistingUser(context, username, serialized, broker) == null;
  }
}
