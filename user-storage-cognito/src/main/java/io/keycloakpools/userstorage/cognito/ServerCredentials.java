package io.keycloakpools.userstorage.cognito;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.RealmModel;

/**
 * Realms that may use the AWS credentials of Keycloak's server. A realm's admin must not gain them
 * by leaving two fields empty: they may read users of other user pools.
 *
 * @param realms names or ids
 */
record ServerCredentials(Set<String> realms) {

  /** Option {@code spi-storage--cognito-user-pool--default-credentials-realms}. */
  private static final String OPTION = "defaultCredentialsRealms";

  ServerCredentials {
    realms = Set.copyOf(realms);
  }

  static ServerCredentials of(Config.Scope config) {
    String[] realms = config.getArray(OPTION);
    return new ServerCredentials(
        Stream.ofNullable(realms)
            .flatMap(Arrays::stream)
            .map(String::strip)
            .filter(realm -> !realm.isEmpty())
            .collect(Collectors.toSet()));
  }

  /**
   * Another endpoint than Amazon's would receive the session token.
   *
   * @throws io.keycloakpools.common.settings.InvalidSettingException if the realm needs keys
   */
  void permit(RealmModel realm, CognitoSettings settings) {
    if (settings.keys().isPresent()) {
      return;
    }
    if (!realms.contains(realm.getName()) && !realms.contains(realm.getId())) {
      throw CognitoProperties.ACCESS_KEY_ID.invalid("cognitoNoServerCredentials", realm.getName());
    }
    if (settings.endpoint().isPresent()) {
      throw CognitoProperties.ACCESS_KEY_ID.invalid("cognitoServerCredentialsElsewhere");
    }
  }
}
