package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * The user must be allowed to enter the requesting application and all targets. {@link TokenAccess}
 * is asked before Keycloak knows the user.
 *
 * @param client that requests the exchange
 */
record ExchangeRule(KeycloakSession session, ClientModel client, EventBuilder event, Cors cors) {

  void check(UserModel user, List<ClientModel> audiences) {
    IdentityPools pools = IdentityPools.of(session, client.getRealm());
    Stream.concat(Stream.of(client), audiences.stream())
        .filter(application -> !pools.mayEnter(user, application))
        .findFirst()
        .ifPresent(
            application -> {
              throw refused(user, application);
            });
  }

  /** RFC 8693, section 2.2.2: an unacceptable subject token, or an unacceptable audience. */
  private CorsErrorResponseException refused(UserModel user, ClientModel application) {
    Refusal.event(event.detail(Details.AUDIENCE, application.getClientId()), user);
    return Refusal.answer(
        cors,
        application.equals(client)
            ? OAuthErrorException.INVALID_REQUEST
            : OAuthErrorException.INVALID_TARGET);
  }
}
