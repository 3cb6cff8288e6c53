package io.keycloakpools.common.reference;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** Components of the pack that other ones name. */
public final class SharedComponents {

  /** Provider id of an identity pool, which is a {@link UserStorageProvider}. */
  public static final String IDENTITY_POOL = "identity-pool";

  /** Name of the payload schema that every realm has, without a component. */
  public static final String DEFAULT_PAYLOAD = "default-payload";

  /** Name of the metadata schema that every realm has, without a component. */
  public static final String DEFAULT_METADATA = "default-metadata";

  /** Provider id, and end of the provider type, of a schema. */
  private static final String SCHEMA = "identity-schema";

  private SharedComponents() {}

  static boolean isIdentityPool(ComponentModel component) {
    return IDENTITY_POOL.equals(component.getProviderId())
        && UserStorageProvider.class.getName().equals(component.getProviderType());
  }

  /** The identity pool of that name, in any letter case. */
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

  /** The schema of that name, in any letter case. */
  static Optional<ComponentModel> schema(RealmModel realm, String name) {
    return named(realm.getComponentsStream(realm.getId()).filter(SharedComponents::isSchema), name);
  }

  private static Optional<ComponentModel> named(Stream<ComponentModel> components, String name) {
    return components.filter(component -> name.equalsIgnoreCase(component.getName())).findFirst();
  }
}
