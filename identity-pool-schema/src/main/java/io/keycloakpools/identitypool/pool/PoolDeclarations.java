package io.keycloakpools.identitypool.pool;

import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;

/** What a realm has to know when it has a pool. */
record PoolDeclarations(KeycloakSession session, RealmModel realm) {

  /** Id of the required action that keeps the users of other pools out. */
  public static final String APPLICATION_ACTION = "identity-pool-applications";

  void make() {
    attribute();
    ApplicationAction.declare(realm);
    RegistrationFlow.create(realm);
  }

  /**
   * The admin console offers declared attributes in its search for users. Who sees and writes it,
   * and what there is to choose, the profile hook decides.
   */
  private void attribute() {
    UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
    UPConfig config = profiles.getConfiguration();
    if (config.getAttribute(Membership.ATTRIBUTE) == null) {
      Set<String> admins = Set.of(UserProfileConstants.ROLE_ADMIN);
      UPAttribute attribute =
          new UPAttribute(Membership.ATTRIBUTE, new UPAttributePermissions(admins, admins));
      attribute.setDisplayName("${" + "identityPoolOfUser" + "}");
      config.addOrReplaceAttribute(attribute);
      profiles.setConfiguration(config);
    }
  }
}
