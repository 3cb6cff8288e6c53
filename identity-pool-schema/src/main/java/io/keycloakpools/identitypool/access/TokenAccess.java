package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.pool.IdentityPools;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.ciba.clientpolicy.context.BackchannelTokenResponseContext;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceTokenResponseContext;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.ImplicitHybridTokenResponse;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsResponseContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;

/**
 * Refuses tokens for users of another pool, and new tokens for users who were moved to another
 * pool. Keycloak asks its client policies at every token; here the pools are asked first, whatever
 * policies the realm has.
 */
final class TokenAccess extends DefaultClientPolicyManager {

  private final KeycloakSession session;

  TokenAccess(KeycloakSession session) {
    super(session);
    this.session = session;
  }

  @Override
  public void triggerOnEvent(ClientPolicyContext context) throws ClientPolicyException {
    ClientModel client = session.getContext().getClient();
    Optional<UserModel> user = userSession(context).map(UserSessionModel::getUser);
    if (client != null
        && user.isPresent()
        && !IdentityPools.of(session).mayEnter(user.get(), client)) {
      throw new ClientPolicyException(OAuthErrorException.INVALID_GRANT, Refusal.MESSAGE);
    }
    super.triggerOnEvent(context);
  }

  private Optional<UserSessionModel> userSession(ClientPolicyContext context) {
    return switch (context.getEvent()) {
      case TOKEN_REQUEST ->
          Optional.of(((TokenRequestContext) context).getParseResult())
              .map(code -> code.getClientSession().getUserSession());
      case IMPLICIT_HYBRID_TOKEN_RESPONSE ->
          Optional.of(((ImplicitHybridTokenResponse) context).getClientSessionContext())
              .map(tokens -> tokens.getClientSession().getUserSession());
      case RESOURCE_OWNER_PASSWORD_CREDENTIALS_RESPONSE ->
          Optional.of(
                  ((ResourceOwnerPasswordCredentialsResponseContext) context)
                      .getClientSessionContext())
              .map(tokens -> tokens.getClientSession().getUserSession());
      case BACKCHANNEL_TOKEN_RESPONSE ->
          Optional.of(((BackchannelTokenResponseContext) context).getClientSessionContext())
              .map(tokens -> tokens.getClientSession().getUserSession());
      case DEVICE_TOKEN_RESPONSE ->
          Optional.of(((DeviceTokenResponseContext) context).getClientSession())
              .map(AuthenticatedClientSessionModel::getUserSession);
      case TOKEN_REFRESH_RESPONSE, USERINFO_REQUEST ->
          Optional.ofNullable(session.getContext().getUserSession());
      default -> Optional.empty();
    };
  }
}
