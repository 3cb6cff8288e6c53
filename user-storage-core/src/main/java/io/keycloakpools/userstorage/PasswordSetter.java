package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Sets a password for a user who has not moved yet. It wins over the directory's: the user moves
 * with it.
 *
 * <p>Whoever resets a forgotten password proves that they read the e-mail, not that the directory
 * still lets them in: so the directory is asked first. An admin's word counts without it.
 */
final class PasswordSetter {

  private static final Logger LOG = Logger.getLogger(PasswordSetter.class);

  private final Pool pool;
  private final Migrator migrator;
  private final boolean byThePerson;

  PasswordSetter(KeycloakSession session, RealmModel realm, Pool pool) {
    this.pool = pool;
    this.migrator = new Migrator(session, realm, pool);
    this.byThePerson = new SignInContext(session).active();
  }

  /**
   * Stores the password and cuts the link.
   *
   * @throws ModelException with a message key when the password belongs to the directory, cannot be
   *     set now, or breaks the realm's policy
   */
  void set(UserModel user, String password) {
    if (!pool.config().justInTimeMigration()) {
      throw new ModelException("userPoolPasswordIsElsewhere", pool.name());
    }
    Optional<DirectoryUser> from = present(user);
    migrator.setPassword(user, password);
    if (from.isPresent()) {
      migrator.release(user, from.get());
    } else {
      LOG.warnf(
          "User %s got a password by an admin while user pool '%s' (%s) could not tell about the user: roles and "
              + "tenant are those of the last sign-in.",
          user.getId(), pool.name(), pool.id());
      Migrator.release(user);
    }
  }

  private Optional<DirectoryUser> present(UserModel user) {
    String externalId = user.getFirstAttribute(PoolAttributes.EXTERNAL_ID);
    Lookup answer =
        externalId == null ? new Lookup.NotFound() : pool.directory().findByExternalId(externalId);
    if (answer instanceof Lookup.Found found && mayMove(found.user())) {
      return Optional.of(found.user());
    }
    if (byThePerson) {
      throw new ModelException(
          answer instanceof Lookup.Unavailable ? "userPoolTryLater" : "userPoolRefused.disabled");
    }
    return answer instanceof Lookup.Found found ? Optional.of(found.user()) : Optional.empty();
  }

  private static boolean mayMove(DirectoryUser user) {
    return !(user.status() instanceof AccountStatus.Unusable);
  }
}
