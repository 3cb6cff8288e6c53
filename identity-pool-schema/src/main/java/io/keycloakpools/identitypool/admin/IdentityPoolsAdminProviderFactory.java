package io.keycloakpools.identitypool.admin;

import io.keycloakpools.common.rest.AdminResourceFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

public final class IdentityPoolsAdminProviderFactory extends AdminResourceFactory {

  public IdentityPoolsAdminProviderFactory() {
    super("identity-pools");
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    return new IdentityPoolsResource(session, realm, auth, adminEvent);
  }
}
