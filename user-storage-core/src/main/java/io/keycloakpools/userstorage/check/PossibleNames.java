package io.keycloakpools.userstorage.check;

import io.keycloakpools.common.pools.IdentityPoolContract;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** Existing names, to suggest for one that means nothing. */
record PossibleNames(RealmModel realm) {

  /** More would not be read. */
  static final int MOST = 20;

  /** Applications of the realm before Keycloak's own. */
  String clients() {
    int looked = MOST + Constants.defaultClients.size() + 1;
    return words(
        realm
            .getClientsStream(0, looked)
            .map(ClientModel::getClientId)
            .sorted(
                Comparator.<String, Boolean>comparing(Constants.defaultClients::contains)
                    .thenComparing(Comparator.naturalOrder())));
  }

  String identityPools() {
    return words(
        realm
            .getStorageProviders(UserStorageProvider.class)
            .filter(pool -> IdentityPoolContract.PROVIDER_ID.equals(pool.getProviderId()))
            .map(ComponentModel::getName)
            .sorted());
  }

  private static String words(Stream<String> names) {
    List<String> found = names.limit(MOST + 1).toList();
    return found.stream().limit(MOST).collect(Collectors.joining(", "))
        + (found.size() > MOST ? ", …" : "");
  }
}
