package io.keycloakpools.identitypool.password;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.Mechanism;
import io.keycloakpools.passwordpolicy.PasswordRulesResolver;
import io.keycloakpools.passwordpolicy.RememberingPasswordProvider;
import java.util.Optional;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Keycloak's password provider with the pool's rules and hash. In a pool without passwords, none
 * can be set and none is valid.
 */
final class PoolPasswordProvider extends RememberingPasswordProvider {

  static final String NO_PASSWORDS = "identityPoolNoPasswords";

  PoolPasswordProvider(
      KeycloakSession session, PasswordCredentialProvider stock, PasswordRulesResolver rules) {
    super(session, stock, rules);
  }

  @Override
  public boolean createCredential(RealmModel realm, UserModel user, String password) {
    Optional<IdentityPool> pool = IdentityPools.of(session, realm).ofUser(user);
    if (pool.filter(own -> !own.allows(Mechanism.PASSWORD)).isPresent()) {
      throw new ModelException(
          pool.get().problem().isPresent() ? "identityPoolUnusable" : NO_PASSWORDS);
    }
    return super.createCredential(PoolRealm.of(session, realm, user), user, password);
  }

  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, PasswordCredentialModel credential) {
    return super.createCredential(PoolRealm.of(session, realm, user), user, credential);
  }

  @Override
  public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
    return hasPasswords(realm, user)
        && super.isValid(PoolRealm.of(session, realm, user), user, input);
  }

  private boolean hasPasswords(RealmModel realm, UserModel user) {
    return IdentityPools.of(session, realm)
        .ofUser(user)
        .map(pool -> pool.allows(Mechanism.PASSWORD))
        .orElse(true);
  }
}
