package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.answer.PeopleTexts;
import io.keycloakpools.userstorage.answer.SignInContext;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.observe.Outcome;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.observe.Step;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.NewPassword;
import io.keycloakpools.userstorage.rules.NextSteps;
import io.keycloakpools.userstorage.rules.PasswordByAdmin;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.Verdict;
import io.keycloakpools.userstorage.rules.Verdict.Followup;
import io.keycloakpools.userstorage.users.Migrator;
import io.keycloakpools.userstorage.users.Takeover;
import io.keycloakpools.userstorage.users.UserStates;
import io.keycloakpools.userstorage.users.UserSynchronizer;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;

/**
 * Sets a password for a user who has not moved yet, and moves the user.
 *
 * <p>A password reset proves access to the e-mail, not that the directory still admits the user: so
 * the directory is asked first, as at a sign-in. An admin's word counts without it.
 */
public final class PasswordSetter {

  private static final Logger LOG = Logger.getLogger(PasswordSetter.class);

  private final PoolSession current;
  private final Migrator migrator;
  private final UserSynchronizer synchronizer;
  private final Takeover takeover;
  private final SignInContext context;

  public PasswordSetter(PoolSession current) {
    this.current = current;
    this.migrator = new Migrator(current);
    this.synchronizer = new UserSynchronizer(current);
    this.takeover = new Takeover(current);
    this.context = new SignInContext(current.session());
  }

  /**
   * Stores the password and cuts the link.
   *
   * @throws ModelException with a message key if the password belongs to the directory, cannot be
   *     set now, or breaks the realm's policy
   */
  public void set(UserModel user, String password) {
    NewPassword by =
        NewPassword.of(
            current.config().justInTimeMigration(),
            user.getServiceAccountClientLink() != null,
            context.active());
    switch (by) {
      case KEPT_BY_DIRECTORY -> throw elsewhere();
      case BY_USER -> byThePerson(user, password);
      case BY_ADMIN -> byAnAdmin(user, password);
    }
  }

  private void byThePerson(UserModel user, String password) {
    if (!context.served(current.pool())) {
      throw refused(user, UnusableReason.WRONG_CLIENT);
    }
    Verdict.SignIn admitted =
        current
            .config()
            .signInPolicy()
            .reset(
                present(user),
                user.getFirstAttribute(PoolAttributes.EXTERNAL_ID),
                LastRefusal.of(user))
            .fold(
                verdict -> verdict,
                refused -> {
                  throw refused(user, refused.reason());
                },
                later -> {
                  throw unavailable(user, later.outage());
                });
    if (!synchronizer.prepareTenant(admitted.user())) {
      throw refused(user, UnusableReason.UNKNOWN_TENANT);
    }
    migrate(user, admitted.user(), admitted.then(), password);
    Optional<String> userId = Optional.of(user.getId());
    current.pool().observer().record(Outcome.of(Step.PASSWORD_SET, Result.MIGRATED, userId));
  }

  private void byAnAdmin(UserModel user, String password) {
    Lookup answer = present(user);
    Optional<DirectoryUser> from =
        answer instanceof Lookup.Found found ? Optional.of(found.user()) : Optional.empty();
    switch (PasswordByAdmin.of(answer, synchronizer::prepareTenant)) {
      case ALL_DATA -> migrate(user, from.orElseThrow(), Followup.NOTHING, password);
      case AUTHENTICATOR_APPS -> migrateWithoutData(user, from, password);
      case NOTHING -> migrateWithoutData(user, Optional.empty(), password);
    }
  }

  private void migrateWithoutData(UserModel user, Optional<DirectoryUser> from, String password) {
    migrator.checkChosen(user, password);
    from.ifPresent(found -> takeover.authenticatorApps(user, found));
    migrator.release(user);
    migrator.setPassword(user, password);
    LOG.warnf(
        "User %s got a password by an admin; what user pool '%s' (%s) says of roles, groups and"
            + " tenants could not be taken over: they are those of the last sign-in.",
        user.getId(), current.pool().name(), current.pool().id());
  }

  private void migrate(UserModel user, DirectoryUser from, Followup then, String password) {
    migrator.checkChosen(user, password);
    migrator.release(user, from);
    migrator.setPassword(user, password);
    Followups.require(user, then);
  }

  private Lookup present(UserModel user) {
    String externalId = user.getFirstAttribute(PoolAttributes.EXTERNAL_ID);
    return externalId == null
        ? new Lookup.NotFound()
        : current.pool().directory().findByExternalId(externalId, UserStates.loginName(user));
  }

  private ModelException unavailable(UserModel user, Outage outage) {
    Optional<String> userId = Optional.of(user.getId());
    current.pool().observer().record(Outcome.unavailable(Step.PASSWORD_SET, outage, userId));
    return new ModelException("userPoolChangeLater");
  }

  private ModelException refused(UserModel user, UnusableReason reason) {
    current.pool().observer().record(Outcome.unusable(Step.PASSWORD_SET, reason, user.getId()));
    return new ModelException(NextSteps.after(reason, false).messageKey(), name());
  }

  private ModelException elsewhere() {
    return new ModelException(NextSteps.passwordElsewhere().messageKey(), name());
  }

  private String name() {
    return PeopleTexts.of(current.session(), current.realm(), null).nameOf(current.pool());
  }
}
