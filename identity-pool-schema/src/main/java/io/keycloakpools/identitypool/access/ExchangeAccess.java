package io.keycloakpools.identitypool.access;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.tokenexchange.StandardTokenExchangeProvider;
import org.keycloak.representations.AccessToken;

final class ExchangeAccess extends StandardTokenExchangeProvider {

  @Override
  protected Response exchangeClientToOIDCClient(
      UserModel targetUser,
      UserSessionModel targetUserSession,
      String requestedTokenType,
      List<ClientModel> targetAudienceClients,
      String scope,
      AccessToken subjectToken) {
    new ExchangeRule(session, client, event, cors).check(targetUser, targetAudienceClients);
    return super.exchangeClientToOIDCClient(
        targetUser,
        targetUserSession,
        requestedTokenType,
        targetAudienceClients,
        scope,
        subjectToken);
  }
}
