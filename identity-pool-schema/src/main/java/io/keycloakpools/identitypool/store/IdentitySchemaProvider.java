package io.keycloakpools.identitypool.store;

import org.keycloak.provider.Provider;

/** The type of components with schemas; has no methods. */
public interface IdentitySchemaProvider extends Provider {

  @Override
  default void close() {}
}
