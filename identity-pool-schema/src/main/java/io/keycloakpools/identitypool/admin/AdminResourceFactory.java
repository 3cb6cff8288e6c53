package io.keycloakpools.identitypool.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

abstract class AdminResourceFactory
    implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

  @Override
  public final AdminRealmResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public final void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
