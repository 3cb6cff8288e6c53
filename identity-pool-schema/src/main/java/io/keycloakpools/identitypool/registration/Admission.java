package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.Mechanism;
import java.util.Optional;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;

/** Whether people may register in a pool. */
final class Admission {

  private Admission() {}

  /**
   * Why nobody may register: it is closed, or whoever got an account could not sign in to it again.
   *
   * @return key of the message, empty if people may
   */
  static Optional<String> refusal(RealmModel realm, IdentityPool pool) {
    if (!pool.registrationAllowed()) {
      return Optional.of(Messages.REGISTRATION_NOT_ALLOWED);
    }
    return pool.allows(Mechanism.PASSWORD) || givesPasskeys(realm)
        ? Optional.empty()
        : Optional.of("identityPoolNoWayIn");
  }

  /** Whether everybody new sets up a passkey before anything else. */
  private static boolean givesPasskeys(RealmModel realm) {
    return realm
        .getRequiredActionProvidersStream()
        .filter(
            action ->
                action.getProviderId().equals(WebAuthnPasswordlessRegisterFactory.PROVIDER_ID))
        .anyMatch(action -> action.isEnabled() && action.isDefaultAction());
  }
}
