package io.keycloakpools.identitypool.store;

import org.keycloak.provider.Spi;

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
