package io.keycloakpools.identitypool.access;

import io.keycloakpools.identitypool.settings.PoolProperties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * The switch of a realm with pools for people who would become users of no pool by themselves: who
 * register, or come through an identity provider for the first time, at an application that no pool
 * serves. It is a setting of the required action, so that the console shows it, and export and
 * import take it along. Nobody is created there unless it is on.
 */
public final class NewUsersOfNoPool {

  /** Key of the setting. */
  public static final String SETTING = "newUsersOfNoPool";

  private static final Set<String> POSSIBLE = Set.of("true", "false");

  private NewUsersOfNoPool() {}

  /** Whether the realm has it on; what is missing or unreadable is off. */
  public static boolean allowedIn(RealmModel realm) {
    return Optional.ofNullable(realm.getRequiredActionConfigByAlias(ApplicationAction.ID))
        .map(config -> config.getConfigValue(SETTING))
        .filter("true"::equals)
        .isPresent();
  }

  /** How the console shows it. */
  public static List<ProviderConfigProperty> properties() {
    return List.of(PoolProperties.property(SETTING, ProviderConfigProperty.BOOLEAN_TYPE, false));
  }

  /** Refuses what is neither on nor off. */
  public static void check(RequiredActionConfigModel config) {
    String value = config.getConfigValue(SETTING);
    if (value != null && !POSSIBLE.contains(value)) {
      throw new ValidationException(
          new ValidationError(ApplicationAction.ID, SETTING, "error-invalid-value"));
    }
  }
}
