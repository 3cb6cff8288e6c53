package io.keycloakpools.identitypool.pool;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.tokenexchange.StandardTokenExchangeProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;

/**
 * Exchanges no token of a user of another pool: neither at an application that only other pools
 * serve, nor for one. {@link TokenAccess} is asked before Keycloak knows whose token it is.
 */
final class ExchangeAccess extends StandardTokenExchangeProvider {

  @Override
  protected Response exchangeClientToOIDCClient(
      UserModel targetUser,
      UserSessionModel targetUserSession,
      String requestedTokenType,
      List<ClientModel> targetAudienceClients,
      String scope,
      AccessToken subjectToken) {
    IdentityPools pools = IdentityPools.of(session, realm);
    Optional<ClientModel> closed =
        Stream.concat(Stream.of(client), targetAudienceClients.stream())
            .filter(application -> !pools.mayEnter(targetUser, application))
            .findFirst();
    if (closed.isPresent()) {
      throw refused(closed.get());
    }
    return super.exchangeClientToOIDCClient(
        targetUser,
        targetUserSession,
        requestedTokenType,
        targetAudienceClients,
        scope,
        subjectToken);
  }

  /** RFC 8693, section 2.2.2: an unacceptable subject token, or an unacceptable audience. */
  private CorsErrorResponseException refused(ClientModel application) {
    event.detail(Details.REASON, ApplicationAction.REASON);
    event.detail(Details.AUDIENCE, application.getClientId());
    event.error(Errors.ACCESS_DENIED);
    return new CorsErrorResponseException(
        cors,
        application.equals(client)
            ? OAuthErrorException.INVALID_REQUEST
            : OAuthErrorException.INVALID_TARGET,
        TokenAccess.MESSAGE,
        Response.Status.BAD_REQUEST);
  }
}
