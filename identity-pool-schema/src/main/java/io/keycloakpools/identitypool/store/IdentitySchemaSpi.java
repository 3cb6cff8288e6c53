package io.keycloakpools.identitypool.store;

import org.keycloak.provider.Spi;

/** Declares the type of components with schemas. */
public final class IdentitySchemaSpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "identity-schema";
  }

  @Override
  public Class<IdentitySchemaProvider> getProviderClass() {
    return IdentitySchemaProvider.class;
  }

  @Override
  public Class<IdentitySchemaProviderFactory> getProviderFactoryClass() {
    return IdentitySchemaProviderFactory.class;
  }
}
