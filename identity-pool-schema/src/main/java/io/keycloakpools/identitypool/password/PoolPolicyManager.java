package io.keycloakpools.identitypool.password;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.Mechanism;
import io.keycloakpools.passwordpolicy.PasswordRules;
import io.keycloakpools.passwordpolicy.PasswordSettingsPolicyFactory;
import io.keycloakpools.passwordpolicy.PasswordStrengthPolicyFactory;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.DefaultPasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * The rules with settings come first and together, so that one message names all problems;
 * Keycloak's manager stops at the first.
 */
final class PoolPolicyManager extends DefaultPasswordPolicyManagerProvider {

  private static final Set<String> ASKED_TOGETHER =
      Set.of(PasswordSettingsPolicyFactory.ID, PasswordStrengthPolicyFactory.ID);

  private final KeycloakSession session;

  PoolPolicyManager(KeycloakSession session) {
    super(session);
    this.session = session;
  }

  @Override
  public PolicyError validate(RealmModel realm, UserModel user, String password) {
    RealmModel seen = PoolRealm.of(session, realm, user);
    if (seen == realm && !(realm instanceof PoolRealm)) {
      return super.validate(realm, user, password);
    }
    PasswordSettings rules =
        seen.getPasswordPolicy().getPolicyConfig(PasswordSettingsPolicyFactory.ID);
    return new PasswordRules(session)
        .check(rules, user, password)
        .or(() -> byOthers(seen, policy -> policy.validate(seen, user, password)))
        .orElse(null);
  }

  @Override
  public PolicyError validate(String username, String password) {
    return IdentityPools.of(session)
        .joining()
        .map(pool -> joining(pool, username, password))
        .orElseGet(() -> Optional.ofNullable(super.validate(username, password)))
        .orElse(null);
  }

  private Optional<PolicyError> joining(IdentityPool pool, String username, String password) {
    if (!pool.allows(Mechanism.PASSWORD)) {
      return Optional.of(new PolicyError(PoolPasswordProvider.NO_PASSWORDS));
    }
    RealmModel realm = session.getContext().getRealm();
    RealmModel seen = PoolRealm.of(session, realm, Optional.of(pool));
    return new PasswordRules(session)
        .checkRegistering(PolicySettings.of(realm, pool), username, password)
        .or(() -> byOthers(seen, policy -> policy.validate(username, password)));
  }

  private Optional<PolicyError> byOthers(
      RealmModel realm, Function<PasswordPolicyProvider, PolicyError> asked) {
    return realm.getPasswordPolicy().getPolicies().stream()
        .filter(id -> !ASKED_TOGETHER.contains(id))
        .map(id -> session.getProvider(PasswordPolicyProvider.class, id))
        .map(asked)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
