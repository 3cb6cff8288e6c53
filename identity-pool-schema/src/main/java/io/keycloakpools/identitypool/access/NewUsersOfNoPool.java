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
 * The realm's switch for people who would become users of no pool, by registration or by an
 * identity provider, at an application of no pool. As a setting of the required action, the console
 * shows it, and export and import carry it.
 */
public final class NewUsersOfNoPool {

  public static final String SETTING = "newUsersOfNoPool";

  private static final Set<String> POSSIBLE = Set.of("true", "false");

  private NewUsersOfNoPool() {}

  public static boolean allowedIn(RealmModel realm) {
    return Optional.ofNullable(realm.getRequiredActionConfigByAlias(ApplicationAction.ID))
        .map(config -> config.getConfigValue(SETTING))
        .filter("true"::equals)
        .isPresent();
  }

  public static List<ProviderConfigProperty> properties() {
    return List.of(PoolProperties.FORM.flag(SETTING, false).property());
  }

  public static void check(RequiredActionConfigModel config) {
    String value = config.getConfigValue(SETTING);
    if (value != null && !POSSIBLE.contains(value)) {
      throw new ValidationException(
          new ValidationError(ApplicationAction.ID, SETTING, "error-invalid-value"));
    }
  }
}
