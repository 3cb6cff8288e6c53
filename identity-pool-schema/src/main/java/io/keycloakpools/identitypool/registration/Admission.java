package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.access.NewUsersOfNoPool;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.Mechanism;
import java.util.Optional;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;

/** Whether people may create accounts for themselves at an application. */
record Admission(KeycloakSession session, RealmModel realm) {

  /**
   * Why they may not.
   *
   * @param messageKey for the user
   * @param reason for the event
   */
  record Refusal(String messageKey, String reason) {}

  private static final Refusal CLOSED =
      new Refusal(Messages.REGISTRATION_NOT_ALLOWED, "identity_pool_closed");

  private static final Refusal NO_WAY_IN =
      new Refusal("identityPoolNoWayIn", "identity_pool_without_sign_in");

  private static final Refusal NO_POOL =
      new Refusal("identityPoolNoAccountHere", "no_identity_pool");

  Optional<Refusal> ofRegistration(ClientModel client) {
    return IdentityPools.of(session, realm)
        .registeringAt(client)
        .map(this::ofRegistration)
        .orElseGet(this::ofNoPool);
  }

  private Optional<Refusal> ofRegistration(IdentityPool pool) {
    if (!pool.registrationAllowed()) {
      return Optional.of(CLOSED);
    }
    return pool.allows(Mechanism.PASSWORD) || givesPasskeys()
        ? Optional.empty()
        : Optional.of(NO_WAY_IN);
  }

  Optional<Refusal> ofIdentityProvider(ClientModel client) {
    return IdentityPools.of(session, realm)
        .registeringAt(client)
        .map(pool -> pool.enabled() ? Optional.<Refusal>empty() : Optional.of(CLOSED))
        .orElseGet(this::ofNoPool);
  }

  private Optional<Refusal> ofNoPool() {
    return IdentityPools.of(session, realm).any() && !NewUsersOfNoPool.allowedIn(realm)
        ? Optional.of(NO_POOL)
        : Optional.empty();
  }

  private boolean givesPasskeys() {
    return realm
        .getRequiredActionProvidersStream()
        .filter(
            action ->
                action.getProviderId().equals(WebAuthnPasswordlessRegisterFactory.PROVIDER_ID))
        .anyMatch(action -> action.isEnabled() && action.isDefaultAction());
  }
}
