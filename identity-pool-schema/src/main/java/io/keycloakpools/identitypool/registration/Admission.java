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

record Admission(KeycloakSession session, RealmModel realm) {

  /**
   * Why they may not.
   *
   * @param messageKey for the user
   * @param reason for the event
   */
  record Denial(String messageKey, String reason) {}

  private static final Denial CLOSED =
      new Denial(Messages.REGISTRATION_NOT_ALLOWED, "identity_pool_closed");

  private static final Denial NO_WAY_IN =
      new Denial("identityPoolNoWayIn", "identity_pool_without_sign_in");

  private static final Denial NO_POOL = new Denial("identityPoolNoAccountHere", "no_identity_pool");

  Optional<Denial> ofRegistration(ClientModel client) {
    return IdentityPools.of(session, realm)
        .registeringAt(client)
        .map(this::ofRegistration)
        .orElseGet(this::ofNoPool);
  }

  private Optional<Denial> ofRegistration(IdentityPool pool) {
    if (!pool.registrationAllowed()) {
      return Optional.of(CLOSED);
    }
    return pool.allows(Mechanism.PASSWORD) || givesPasskeys()
        ? Optional.empty()
        : Optional.of(NO_WAY_IN);
  }

  Optional<Denial> ofIdentityProvider(ClientModel client) {
    return IdentityPools.of(session, realm)
        .registeringAt(client)
        .map(pool -> pool.enabled() ? Optional.<Denial>empty() : Optional.of(CLOSED))
        .orElseGet(this::ofNoPool);
  }

  private Optional<Denial> ofNoPool() {
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
