package io.keycloakpools.identitypool.password;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.pool.Mechanism;
import io.keycloakpools.passwordpolicy.PasswordRules;
import io.keycloakpools.passwordpolicy.PasswordSettingsPolicyFactory;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.DefaultPasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Keycloak's check of a new password, with the rules of the pool that its owner is in or joins. */
final class PoolPolicyManager extends DefaultPasswordPolicyManagerProvider {

  private final KeycloakSession session;

  PoolPolicyManager(KeycloakSession session) {
    super(session);
    this.session = session;
  }

  @Override
  public PolicyError validate(RealmModel realm, UserModel user, String password) {
    return super.validate(PoolRealm.of(session, realm, user), user, password);
  }

  /** Of somebody who is registering. */
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
    return new PasswordRules(session)
        .checkRegistering(pool.settings().passwords(), username, password)
        .or(() -> byRealm(pool, username, password));
  }

  /** The policies that hold on in a pool; they read nothing but what they are given. */
  private Optional<PolicyError> byRealm(IdentityPool pool, String username, String password) {
    RealmModel realm = PoolRealm.of(session, session.getContext().getRealm(), Optional.of(pool));
    return realm.getPasswordPolicy().getPolicies().stream()
        .filter(id -> !id.equals(PasswordSettingsPolicyFactory.ID))
        .map(id -> session.getProvider(PasswordPolicyProvider.class, id))
        .map(policy -> policy.validate(username, password))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
