package io.keycloakpools.identitypool.federation;

import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.identitypool.access.ApplicationAction;
import io.keycloakpools.identitypool.registration.RegistrationFlow;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;

public record PoolDeclarations(KeycloakSession session, RealmModel realm) {

  void make() {
    attribute();
    action();
    RegistrationFlow.create(realm);
  }

  private void action() {
    RequiredActionProviderModel action = new ApplicationAction().declare(realm);
    if (!action.isEnabled()) {
      action.setEnabled(true);
      realm.updateRequiredActionProvider(action);
    }
  }

  /**
   * The admin console offers declared attributes in its search for users. The profile hook decides
   * who sees and writes it.
   */
  private void attribute() {
    UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
    UPConfig config = profiles.getConfiguration();
    if (config.getAttribute(PoolMarks.IDENTITY_POOL) == null) {
      Set<String> admins = Set.of(UserProfileConstants.ROLE_ADMIN);
      UPAttribute attribute =
          new UPAttribute(PoolMarks.IDENTITY_POOL, new UPAttributePermissions(admins, admins));
      attribute.setDisplayName("${" + "identityPoolOfUser" + "}");
      config.addOrReplaceAttribute(attribute);
      profiles.setConfiguration(config);
    }
  }
}
