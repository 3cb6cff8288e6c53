package io.keycloakpools.common.rest;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** A resource below {@code /admin/realms/{realm}/}, at the id of the factory. */
public abstract class AdminResourceFactory
    implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

  private final String id;

  protected AdminResourceFactory(String id) {
    this.id = id;
  }

  @Override
  public final String getId() {
    return id;
  }

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
