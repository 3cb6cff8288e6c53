package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.pool.Membership;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Creates a user who comes through an identity provider in the pool of the application, or nobody.
 * Keycloak asks no provider that is switched off whether it takes a new user, keeps some names from
 * all of them ({@code UserStorageManager.addUser}), and takes the first that says yes.
 */
final class FirstBrokerLogin extends IdpCreateUserIfUniqueAuthenticator {

  private static final Logger LOG = Logger.getLogger(FirstBrokerLogin.class);

  private static final Admission.Refusal TAKEN =
      new Admission.Refusal("identityPoolNotCreated", "identity_pool_taken_by_other_provider");

  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    Optional<Admission.Refusal> refusal =
        new Admission(context.getSession(), context.getRealm())
            .ofIdentityProvider(context.getAuthenticationSession().getClient());
    if (refusal.isPresent() && isNew(context, serialized, broker)) {
      refuse(context, refusal.get());
      return;
    }
    super.authenticateImpl(context, serialized, broker);
    if (context
                .getAuthenticationSession()
                .getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER)
            != null
        && !broker.getIdpConfig().isTransientUsers()) {
      settle(context);
    }
  }

  private void refuse(AuthenticationFlowContext context, Admission.Refusal refusal) {
    context.getEvent().detail(Details.REASON, refusal.reason());
    sendFailureChallenge(
        context,
        Response.Status.BAD_REQUEST,
        Errors.REGISTRATION_DISABLED,
        refusal.messageKey(),
        AuthenticationFlowError.ACCESS_DENIED);
  }

  /** Transient users are not created. */
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

  /** Into the pool, whoever took the user. */
  private void settle(AuthenticationFlowContext context) {
    Optional<IdentityPool> due =
        IdentityPools.of(context.getSession(), context.getRealm())
            .registeringAt(context.getAuthenticationSession().getClient());
    UserModel user = context.getUser();
    if (due.isEmpty()) {
      return;
    }
    String link = user.getFederationLink();
    boolean local = link == null && StorageId.isLocalStorage(user.getId());
    if (local || due.get().id().equals(link)) {
      // Again, because attributes of the identity provider may have overwritten the pool's name.
      new Membership(context.getSession(), context.getRealm()).join(user, due.get());
    } else {
      undo(context, user, due.get());
    }
  }

  /** What is in an LDAP server by now is not rolled back with our transaction. */
  private void undo(AuthenticationFlowContext context, UserModel user, IdentityPool pool) {
    LOG.errorf(
        "Another provider of the user federation took the new user of identity pool %s of realm %s. Give the pool a lower priority number.",
        pool.name(), context.getRealm().getName());
    context.clearUser();
    context
        .getAuthenticationSession()
        .removeAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER);
    boolean unused = context.getSession().users().removeUser(context.getRealm(), user);
    refuse(context, TAKEN);
  }
}
