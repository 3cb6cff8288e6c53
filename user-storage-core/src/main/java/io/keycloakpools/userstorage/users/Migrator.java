package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.MovingPassword;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.Synchronization.Scope;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;

/**
 * Moves a user for good: stores the password in Keycloak, cuts the link, and never asks the
 * directory again.
 */
public final class Migrator {

  private final PoolSession current;

  public Migrator(PoolSession current) {
    this.current = current;
  }

  public boolean hasPassword(UserModel user) {
    return passwords().isConfiguredFor(current.realm(), user, PasswordCredentialModel.TYPE);
  }

  public boolean isPassword(UserModel user, String password) {
    return passwords().isValid(current.realm(), user, UserCredentialModel.password(password));
  }

  /** Migrates with the password that the directory accepted, by {@link MovingPassword#verified}. */
  public void migrate(UserModel user, DirectoryUser from, String password) {
    MovingPassword decision = MovingPassword.verified(keepsPolicy(user, password));
    store(user, password);
    if (decision == MovingPassword.STORE_AND_REQUIRE_CHANGE) {
      user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
    }
    release(user, from);
  }

  /** Runs before the password is stored: a history refuses the present password too. */
  private boolean keepsPolicy(UserModel user, String password) {
    return current
            .session()
            .getProvider(PasswordPolicyManagerProvider.class)
            .validate(current.realm(), user, password)
        == null;
  }

  /** Cuts the link, with the memberships that the directory gives now. */
  public void release(UserModel user, DirectoryUser from) {
    Scope scope = new Scope(current.config().syncAttributes(), true);
    new UserSynchronizer(current).apply(user, from, LinkStatus.MIGRATED, scope);
    cut(user);
  }

  /** Cuts the link without asking the directory. */
  public void release(UserModel user) {
    user.setSingleAttribute(PoolAttributes.STATUS, LinkStatus.MIGRATED.code());
    PoolAttributes.INTERNAL.forEach(user::removeAttribute);
    cut(user);
  }

  private void cut(UserModel user) {
    user.removeAttribute(PoolAttributes.REFUSAL);
    user.setFederationLink(null);
    new IdentityPoolOfMigrated(current).join(user);
  }

  /**
   * Checks a new password by the rules of the future identity pool, or of the realm, before
   * anything is written.
   *
   * @throws ModelException if it breaks them, or if the identity pool admits nobody
   */
  public void checkChosen(UserModel user, String password) {
    IdentityPoolOfMigrated identityPool = new IdentityPoolOfMigrated(current);
    if (!identityPool.admits()) {
      throw new ModelException("userPoolRefused." + UnusableReason.IDENTITY_POOL_CLOSED.code());
    }
    PolicyError error =
        current
            .session()
            .getProvider(PasswordPolicyManagerProvider.class)
            .validate(current.realm(), identityPool.asMember(user), password);
    if (MovingPassword.chosen(error == null) == MovingPassword.REFUSE) {
      throw new ModelException(error.getMessage(), error.getParameters());
    }
  }

  /** Runs after the release, so that the identity pool's rules and hash count. */
  public void setPassword(UserModel user, String password) {
    passwords().createCredential(current.realm(), user, password);
  }

  private void store(UserModel user, String password) {
    PasswordPolicy policy = current.realm().getPasswordPolicy();
    PasswordHashProvider hash =
        policy.getHashAlgorithm() == null
            ? current.session().getProvider(PasswordHashProvider.class)
            : current.session().getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
    PasswordCredentialModel credential =
        hash.encodedCredential(password, policy.getHashIterations());
    passwords().createCredential(current.realm(), user, credential);
  }

  private PasswordCredentialProvider passwords() {
    return (PasswordCredentialProvider)
        current
            .session()
            .getProvider(CredentialProvider.class, PasswordCredentialProviderFactory.PROVIDER_ID);
  }
}
