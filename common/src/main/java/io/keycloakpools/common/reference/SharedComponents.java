package io.keycloakpools.common.reference;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

public final class SharedComponents {

  /** Provider id of an identity pool, a {@link UserStorageProvider}. */
  public static final String IDENTITY_POOL = "identity-pool";

  /** Payload schema of every realm, without a component. */
  public static final String DEFAULT_PAYLOAD = "default-payload";

  /** Metadata schema of every realm, without a component. */
  public static final String DEFAULT_METADATA = "default-metadata";

  /** Provider id of a schema, and end of its provider type. */
  private static final String SCHEMA = "identity-schema";

  private SharedComponents() {}

  static boolean isIdentityPool(ComponentModel component) {
    return IDENTITY_POOL.equals(component.getProviderId())
        && UserStorageProvider.class.getName().equals(component.getProviderType());
  }

  /** Ignores case. */
  static Optional<ComponentModel> identityPool(RealmModel realm, String name) {
    return named(
        realm
            .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
            .filter(SharedComponents::isIdentityPool),
        name);
  }

  static boolean isDefaultSchema(String name) {
    return defaultSchema(name).isPresent();
  }

  static Optional<String> defaultSchema(String name) {
    return Stream.of(DEFAULT_PAYLOAD, DEFAULT_METADATA)
        .filter(each -> each.equalsIgnoreCase(name))
        .findFirst();
  }

  static boolean isSchema(ComponentModel component) {
    return SCHEMA.equals(component.getProviderId());
  }

  /** Ignores case. */
  static Optional<ComponentModel> schema(RealmModel realm, String name) {
    return named(realm.getComponentsStream(realm.getId()).filter(SharedComponents::isSchema), name);
  }

  private static Optional<ComponentModel> named(Stream<ComponentModel> components, String name) {
    return components.filter(component -> name.equalsIgnoreCase(component.getName())).findFirst();
  }
}
