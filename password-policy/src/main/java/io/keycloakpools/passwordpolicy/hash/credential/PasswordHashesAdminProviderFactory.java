package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.common.rest.AdminResourceFactory;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

public final class PasswordHashesAdminProviderFactory extends AdminResourceFactory {

  public PasswordHashesAdminProviderFactory() {
    super("password-hashes");
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    return new PasswordHashesResource(session, realm, auth, adminEvent.resource(ResourceType.USER));
  }
}
