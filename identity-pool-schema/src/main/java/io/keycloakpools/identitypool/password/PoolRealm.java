package io.keycloakpools.identitypool.password;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.settings.RealmRules;
import io.keycloakpools.passwordpolicy.PasswordSettingsPolicyFactory;
import io.keycloakpools.passwordpolicy.PasswordStrengthPolicyFactory;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.rules.SettingsText;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RealmModelDelegate;

/**
 * Keycloak's password code reads rules, history and hash from a realm. Policies of the realm stay,
 * unless the pool has settings for them and does not add to the realm's.
 */
final class PoolRealm extends RealmModelDelegate {

  private static final List<String> REPLACED =
      List.of(
          PolicySettings.LENGTH,
          PolicySettings.DIGITS,
          PolicySettings.CAPITAL_LETTERS,
          PolicySettings.LOWERCASE_LETTERS,
          PolicySettings.SPECIAL_CHARACTERS,
          PasswordStrengthPolicyFactory.ID,
          PasswordPolicy.PASSWORD_HISTORY_ID);

  private final PasswordPolicy policy;

  private PoolRealm(RealmModel realm, PasswordPolicy policy) {
    super(realm);
    this.policy = policy;
  }

  static RealmModel of(KeycloakSession session, RealmModel realm, UserModel user) {
    return realm instanceof PoolRealm
        ? realm
        : of(session, realm, IdentityPools.of(session, realm).ofUser(user));
  }

  static RealmModel of(KeycloakSession session, RealmModel realm, Optional<IdentityPool> pool) {
    return pool.<RealmModel>map(
            joined ->
                new PoolRealm(realm, policy(session, realm.getPasswordPolicy(), joined.settings())))
        .orElse(realm);
  }

  private static PasswordPolicy policy(
      KeycloakSession session, PasswordPolicy realms, PoolSettings settings) {
    PasswordPolicy.Builder builder = realms.toBuilder();
    if (settings.realmRules() == RealmRules.INSTEAD) {
      REPLACED.forEach(builder::remove);
    }
    PasswordSettings rules = PolicySettings.of(realms, settings);
    builder.put(PasswordSettingsPolicyFactory.ID, SettingsText.of(rules));
    settings
        .passwordHashing()
        .filter(hashing -> !hashing.equals(realms.getHashAlgorithm()))
        .ifPresent(
            hashing ->
                builder
                    .put(PasswordPolicy.HASH_ALGORITHM_ID, hashing)
                    .remove(PasswordPolicy.HASH_ITERATIONS_ID));
    return builder.build(session);
  }

  @Override
  public PasswordPolicy getPasswordPolicy() {
    return policy;
  }
}
