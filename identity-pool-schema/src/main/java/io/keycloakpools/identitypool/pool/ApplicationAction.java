package io.keycloakpools.identitypool.pool;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Keeps the users of a pool out of the applications of other pools. {@code AuthenticationManager}
 * shows every sign-in to each required action that the realm has switched on, whichever way it
 * came: login page, identity provider, single sign-on session, direct grant, OpenID Connect or
 * SAML.
 *
 * <p>{@link TokenAccess}, {@link ExchangeAccess} and {@link AssertionAccess} look at tokens
 * besides, and cannot be switched off.
 */
public final class ApplicationAction implements RequiredActionProvider, RequiredActionFactory {

  static final String ID = PoolDeclarations.APPLICATION_ACTION;

  /** Why, in events. */
  static final String REASON = "identity_pool_of_other_application";

  /** The first: nothing else is asked of somebody who cannot enter. */
  private static final int BEFORE_ALL = 0;

  private static final String MESSAGE = "identityPoolOtherApplication";

  /** Has a realm ask the action; switched off by accident, it is switched on again. */
  static void declare(RealmModel realm) {
    RequiredActionProviderModel present = realm.getRequiredActionProviderByAlias(ID);
    if (present == null) {
      RequiredActionProviderModel action = new RequiredActionProviderModel();
      action.setAlias(ID);
      action.setProviderId(ID);
      action.setName(new ApplicationAction().getDisplayText());
      action.setEnabled(true);
      action.setPriority(BEFORE_ALL);
      realm.addRequiredActionProvider(action);
    } else if (!present.isEnabled()) {
      present.setEnabled(true);
      realm.updateRequiredActionProvider(present);
    }
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    ClientModel client = context.getAuthenticationSession().getClient();
    IdentityPools pools = IdentityPools.of(context.getSession(), context.getRealm());
    if (context.getUser() == null || pools.mayEnter(context.getUser(), client)) {
      return;
    }
    context.getEvent().user(context.getUser()).detail(Details.REASON, REASON);
    if (!directGrant(context.getSession())) {
      throw new AuthenticationFlowException(
          AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, REASON, MESSAGE);
    }
    context.getEvent().error(Errors.ACCESS_DENIED);
    throw new CorsErrorResponseException(
        context.getSession().getProvider(Cors.class),
        OAuthErrorException.INVALID_GRANT,
        TokenAccess.MESSAGE,
        Response.Status.BAD_REQUEST);
  }

  /** RFC 6749, section 4.3. */
  private static boolean directGrant(KeycloakSession session) {
    return OAuth2Constants.PASSWORD.equals(
        session
            .getContext()
            .getHttpRequest()
            .getDecodedFormParameters()
            .getFirst(OAuth2Constants.GRANT_TYPE));
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    context.success();
  }

  @Override
  public void processAction(RequiredActionContext context) {
    context.success();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayText() {
    return "Identity pools: only own applications";
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

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
