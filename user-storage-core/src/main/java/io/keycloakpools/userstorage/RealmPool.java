package io.keycloakpools.userstorage;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/**
 * A user pool of a realm, of whatever adapter.
 *
 * @param factory of its adapter
 */
record RealmPool(ComponentModel component, UserPoolProviderFactory factory) {

  static Stream<RealmPool> all(KeycloakSession session, RealmModel realm) {
    return realm
        .getStorageProviders(UserStorageProvider.class)
        .flatMap(component -> of(session, component).stream());
  }

  static Optional<RealmPool> find(KeycloakSession session, RealmModel realm, String id) {
    return Optional.ofNullable(realm.getComponent(id))
        .filter(found -> UserStorageProvider.class.getName().equals(found.getProviderType()))
        .flatMap(component -> of(session, component));
  }

  static Optional<RealmPool> of(KeycloakSession session, ComponentModel component) {
    return session
                .getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, component.getProviderId())
            instanceof UserPoolProviderFactory factory
        ? Optional.of(new RealmPool(component, factory))
        : Optional.empty();
  }
}
