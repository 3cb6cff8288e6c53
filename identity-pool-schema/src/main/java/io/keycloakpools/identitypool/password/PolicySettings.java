package io.keycloakpools.identitypool.password;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.passwordpolicy.PasswordSettingsPolicyFactory;
import io.keycloakpools.passwordpolicy.PasswordStrengthPolicyFactory;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;

/**
 * The rules for new passwords in a pool, combined with similar ones of the realm, so that one
 * message names all problems.
 */
public final class PolicySettings {

  static final String LENGTH = "length";

  static final String DIGITS = "digits";
  static final String CAPITAL_LETTERS = "upperCase";
  static final String LOWERCASE_LETTERS = "lowerCase";
  static final String SPECIAL_CHARACTERS = "specialChars";

  private PolicySettings() {}

  public static PasswordSettings of(RealmModel realm, IdentityPool pool) {
    return of(realm.getPasswordPolicy(), pool.settings());
  }

  static PasswordSettings of(PasswordPolicy realms, PoolSettings pool) {
    return switch (pool.realmRules()) {
      case ADD -> pool.passwords().and(of(realms::getPolicyConfig));
      case INSTEAD -> pool.passwords();
    };
  }

  /**
   * The part of a realm's policy that pools have settings for.
   *
   * @param configured value of a policy by id; null if the realm does not have it
   */
  static PasswordSettings of(Function<String, Object> configured) {
    PasswordSettings counted =
        new PasswordSettings(
            Strength.ANY,
            number(configured, CAPITAL_LETTERS, PasswordSettings.MOST_OF_A_KIND),
            number(configured, LOWERCASE_LETTERS, PasswordSettings.MOST_OF_A_KIND),
            number(configured, DIGITS, PasswordSettings.MOST_OF_A_KIND),
            number(configured, SPECIAL_CHARACTERS, PasswordSettings.MOST_OF_A_KIND),
            Math.max(1, number(configured, LENGTH, PasswordSettings.LONGEST_MINIMUM)),
            number(
                configured, PasswordPolicy.PASSWORD_HISTORY_ID, PasswordSettings.MOST_REMEMBERED));
    return counted
        .and(settings(configured, PasswordStrengthPolicyFactory.ID))
        .and(settings(configured, PasswordSettingsPolicyFactory.ID));
  }

  /** Keycloak's own policy, which also applies, enforces a larger number. */
  private static int number(Function<String, Object> configured, String id, int most) {
    return configured.apply(id) instanceof Integer number ? Math.min(Math.max(number, 0), most) : 0;
  }

  private static PasswordSettings settings(Function<String, Object> configured, String id) {
    return Optional.ofNullable(configured.apply(id))
        .filter(PasswordSettings.class::isInstance)
        .map(PasswordSettings.class::cast)
        .orElse(PasswordSettings.lenient());
  }
}
