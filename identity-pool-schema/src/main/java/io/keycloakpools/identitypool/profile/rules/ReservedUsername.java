package io.keycloakpools.identitypool.profile.rules;

import java.util.Optional;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Names of service accounts. Keycloak keeps them from all user storage providers ({@code
 * UserStorageManager.addUser}); a user with such a name would take the service account of a client.
 */
public final class ReservedUsername {

  private ReservedUsername() {}

  /**
   * Whether a user may not take a name.
   *
   * @param entered as the user or the admin typed it
   * @param stored the present username
   */
  public static boolean isTaken(String entered, Optional<String> stored) {
    String name = KeycloakModelUtils.toLowerCaseSafe(entered);
    return name.startsWith(ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX)
        && !stored.equals(Optional.of(name));
  }
}
