package io.keycloakpools.identitypool.store;

import org.keycloak.provider.Provider;

/** Only the type of the components that hold schemas; has nothing to do. */
public interface IdentitySchemaProvider extends Provider {

  @Override
  default void close() {}
}
