package io.keycloakpools.userstorage.admin;

import io.keycloakpools.common.rest.AdminResourceFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

public final class UserPoolsAdminProviderFactory extends AdminResourceFactory {

  public UserPoolsAdminProviderFactory() {
    super("user-pools");
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    return new UserPoolsResource(session, realm, auth);
  }
}
