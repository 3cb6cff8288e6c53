package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.settings.Settings.problem;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.RealmModel;

/**
 * Who may ask AWS with the credentials of the machine that Keycloak runs on. Those of a realm must
 * not borrow them because an admin of the realm leaves two fields empty: with them they could read
 * the users of every user pool that the machine may read.
 *
 * @param realms names or ids of realms
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
   * Never to another endpoint than Amazon's: it would be sent the session token.
   *
   * @throws io.keycloakpools.userstorage.settings.InvalidSettingException when the settings have no
   *     keys and the realm may not do without
   */
  void permit(RealmModel realm, CognitoSettings settings) {
    if (settings.keys().isPresent()) {
      return;
    }
    if (!realms.contains(realm.getName()) && !realms.contains(realm.getId())) {
      throw problem(CognitoProperties.ACCESS_KEY_ID, "cognitoNoServerCredentials", realm.getName());
    }
    if (settings.endpoint().isPresent()) {
      throw problem(CognitoProperties.ACCESS_KEY_ID, "cognitoServerCredentialsElsewhere");
    }
  }
}
