package io.keycloakpools.userstorage.pool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/** A user pool of any adapter. */
public record RealmPool(ComponentModel component, PoolEngine engine) {

  public static Stream<RealmPool> all(KeycloakSession session, RealmModel realm) {
    return realm
        .getStorageProviders(UserStorageProvider.class)
        .flatMap(component -> of(session, component).stream());
  }

  public static Optional<RealmPool> find(KeycloakSession session, RealmModel realm, String id) {
    return Optional.ofNullable(realm.getComponent(id))
        .filter(found -> UserStorageProvider.class.getName().equals(found.getProviderType()))
        .flatMap(component -> of(session, component));
  }

  public static Optional<RealmPool> of(KeycloakSession session, ComponentModel component) {
    return session
                .getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, component.getProviderId())
            instanceof PoolFactory factory
        ? Optional.of(new RealmPool(component, factory.engine()))
        : Optional.empty();
  }

  /** The enabled pool that has the user's password. */
  public static Optional<Pool> withPasswordOf(
      KeycloakSession session, RealmModel realm, UserModel user) {
    return Optional.ofNullable(user)
        .map(UserModel::getFederationLink)
        .map(realm::getComponent)
        .filter(component -> new UserStorageProviderModel(component).isEnabled())
        .flatMap(component -> of(session, component))
        .map(found -> found.engine().pool(session, found.component()));
  }

  /** By component id. */
  public static Map<String, String> names(KeycloakSession session, RealmModel realm) {
    Map<String, String> names = new LinkedHashMap<>();
    all(session, realm)
        .map(RealmPool::component)
        .forEach(pool -> names.put(pool.getId(), pool.getName()));
    return names;
  }
}
