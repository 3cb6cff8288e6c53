package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.OAuthErrorException;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.tokenexchange.V1TokenExchangeProvider;
import org.keycloak.representations.AccessToken;

final class LegacyExchangeAccess extends V1TokenExchangeProvider {

  @Override
  protected Response exchangeClientToOIDCClient(
      UserModel targetUser,
      UserSessionModel targetUserSession,
      String requestedTokenType,
      List<ClientModel> targetAudienceClients,
      String scope,
      AccessToken subjectToken) {
    check(targetUser, targetAudienceClients);
    return super.exchangeClientToOIDCClient(
        targetUser,
        targetUserSession,
        requestedTokenType,
        targetAudienceClients,
        scope,
        subjectToken);
  }

  @Override
  protected Response exchangeClientToSAML2Client(
      UserModel targetUser,
      UserSessionModel targetUserSession,
      String requestedTokenType,
      List<ClientModel> targetAudienceClients) {
    check(targetUser, targetAudienceClients);
    return super.exchangeClientToSAML2Client(
        targetUser, targetUserSession, requestedTokenType, targetAudienceClients);
  }

  @Override
  protected Response exchangeToIdentityProvider(
      UserModel targetUser, UserSessionModel targetUserSession, String requestedIssuer) {
    check(targetUser, List.of());
    return super.exchangeToIdentityProvider(targetUser, targetUserSession, requestedIssuer);
  }

  /** Keycloak would create a user of no pool, without any schema. */
  @Override
  protected UserModel importUserFromExternalIdentity(BrokeredIdentityContext context) {
    if (IdentityPools.of(session, realm).any() && isNew(context)) {
      Refusal.event(event, null);
      throw Refusal.answer(cors, OAuthErrorException.INVALID_REQUEST);
    }
    return super.importUserFromExternalIdentity(context);
  }

  private boolean isNew(BrokeredIdentityContext context) {
    FederatedIdentityModel identity =
        new FederatedIdentityModel(
            context.getIdpConfig().getAlias(), context.getId(), context.getUsername());
    return session.users().getUserByFederatedIdentity(realm, identity) == null;
  }

  private void check(UserModel user, List<ClientModel> audiences) {
    new ExchangeRule(session, client, event, cors).check(user, audiences);
  }
}
