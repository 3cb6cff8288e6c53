package io.keycloakpools.identitypool.profile.rules;

import java.util.Optional;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Names of service accounts. Keycloak reserves them ({@code UserStorageManager.addUser}): a user
 * with such a name would take a client's service account.
 */
public final class ReservedUsername {

  private ReservedUsername() {}

  public static boolean isTaken(String entered, Optional<String> stored) {
    String name = KeycloakModelUtils.toLowerCaseSafe(entered);
    return name.startsWith(ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX)
        && !stored.equals(Optional.of(name));
  }
}
