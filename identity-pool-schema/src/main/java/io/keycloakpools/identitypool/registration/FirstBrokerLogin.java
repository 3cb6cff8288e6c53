package io.keycloakpools.identitypool.registration;

import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/**
 * Keycloak would skip providers that are switched off, reserve some names ({@code
 * UserStorageManager.addUser}), and take the first provider that accepts.
 */
final class FirstBrokerLogin extends IdpCreateUserIfUniqueAuthenticator {

  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    Optional<Admission.Denial> refusal =
        new Admission(context.getSession(), context.getRealm())
            .ofIdentityProvider(context.getAuthenticationSession().getClient());
    Optional<IdentityPool> due =
        IdentityPools.of(context.getSession(), context.getRealm())
            .registeringAt(context.getAuthenticationSession().getClient());
    boolean decides = refusal.isPresent() || due.isPresent();
    if (!decides || !isNew(context, serialized, broker)) {
      super.authenticateImpl(context, serialized, broker);
    } else if (refusal.isPresent()) {
      refuse(context, refusal.get());
    } else {
      UserModel user =
          new Membership(context.getSession(), context.getRealm())
              .create(getUsername(context, serialized, broker), due.get());
      complete(context, user, serialized);
      userRegisteredSuccess(context, user, serialized, broker);
      context.setUser(user);
      context
          .getAuthenticationSession()
          .setAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER, "true");
      context.success();
    }
  }

  private void refuse(AuthenticationFlowContext context, Admission.Denial refusal) {
    context.getEvent().detail(Details.REASON, refusal.reason());
    sendFailureChallenge(
        context,
        Response.Status.BAD_REQUEST,
        Errors.REGISTRATION_DISABLED,
        refusal.messageKey(),
        AuthenticationFlowError.ACCESS_DENIED);
  }

  private boolean isNew(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    String username = getUsername(context, serialized, broker);
    return !broker.getIdpConfig().isTransientUsers()
        && context.getAuthenticationSession().getAuthNote(EXISTING_USER_INFO) == null
        && username != null
        && !username.isBlank()
        && checkExistingUser(context, username, serialized, broker) == null;
  }

  private static void complete(
      AuthenticationFlowContext context,
      UserModel user,
      SerializedBrokeredIdentityContext serialized) {
    user.setEnabled(true);
    serialized.getAttributes().entrySet().stream()
        .filter(attribute -> !UserModel.USERNAME.equalsIgnoreCase(attribute.getKey()))
        .filter(attribute -> !PoolMarks.IDENTITY_POOL.equals(attribute.getKey()))
        .forEach(attribute -> user.setAttribute(attribute.getKey(), attribute.getValue()));
    boolean newPassword =
        Optional.ofNullable(context.getAuthenticatorConfig())
            .map(
                config ->
                    config
                        .getConfig()
                        .get(
                            IdpCreateUserIfUniqueAuthenticatorFactory
                                .REQUIRE_PASSWORD_UPDATE_AFTER_REGISTRATION))
            .map(Boolean::parseBoolean)
            .orElse(false);
    if (newPassword) {
      user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
    }
  }
}
