package io.keycloakpools.identitypool.store;

import org.keycloak.provider.Provider;

public interface IdentitySchemaProvider extends Provider {

  @Override
  default void close() {}
}
