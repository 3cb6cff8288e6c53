package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.answer.LoginEventDetails;
import io.keycloakpools.userstorage.answer.Refusals;
import io.keycloakpools.userstorage.answer.SignInContext;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.observe.Outcome;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.observe.Step;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.SignInWrite;
import io.keycloakpools.userstorage.rules.Synchronization.Scope;
import io.keycloakpools.userstorage.rules.Typed;
import io.keycloakpools.userstorage.rules.Verdict;
import io.keycloakpools.userstorage.rules.Verdict.Followup;
import io.keycloakpools.userstorage.users.IdentityPoolOfMigrated;
import io.keycloakpools.userstorage.users.Migrator;
import io.keycloakpools.userstorage.users.UserStates;
import io.keycloakpools.userstorage.users.UserSynchronizer;
import io.keycloakpools.userstorage.users.UserTransaction;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Checks a password with the directory, and acts on the answer. */
public final class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final PoolSession current;
  private final SignInContext context;
  private final Refusals refusals;

  public SignIn(PoolSession current) {
    this.current = current;
    this.context = new SignInContext(current.session());
    this.refusals = new Refusals(current);
  }

  /**
   * Whether the directory accepted the password. Keycloak also asks for users disabled here, to
   * choose its message; nothing changes then.
   *
   * @return false for a wrong password, and for a user with a password here, which Keycloak checks
   *     next
   * @throws RuntimeException of {@link Refusals} if the sign-in is neither right nor wrong
   */
  public boolean isValid(UserModel user, String password) {
    String externalId = user.getFirstAttribute(PoolAttributes.EXTERNAL_ID);
    if (externalId == null
        || password == null
        || !Typed.mayBePassword(password)
        || user.getServiceAccountClientLink() != null) {
      return false;
    }
    Migrator migrator = new Migrator(current);
    if (migrator.hasPassword(user)) {
      if (!context.served(current.pool()) && migrator.isPassword(user, password)) {
        throw refusals.refused(user, UnusableReason.WRONG_CLIENT);
      }
      return false;
    }
    PasswordCheck check =
        current.pool().directory().checkPassword(attempt(user, externalId, password));
    return decided(user, password, check, externalId);
  }

  private boolean decided(UserModel user, String password, PasswordCheck check, String externalId) {
    Verdict verdict = current.config().signInPolicy().decide(check, externalId);
    return verdict.fold(new Reaction(user, password, check));
  }

  private final class Reaction implements Verdict.Cases<Boolean> {

    private final UserModel user;
    private final String password;
    private final PasswordCheck check;

    private Reaction(UserModel user, String password, PasswordCheck check) {
      this.user = user;
      this.password = password;
      this.check = check;
    }

    @Override
    public Boolean signIn(Verdict.SignIn verdict) {
      requireServed();
      if (user.isEnabled()) {
        signedIn(user, verdict, password, LastRefusal.in(check));
      } else {
        record(user, Result.DISABLED_HERE);
      }
      return true;
    }

    @Override
    public Boolean signInUnchanged(Verdict.SignInUnchanged verdict) {
      requireServed();
      return signedInUnchanged(user, verdict.outage());
    }

    private void requireServed() {
      if (!context.served(current.pool())) {
        throw refusals.refused(user, UnusableReason.WRONG_CLIENT);
      }
    }

    @Override
    public Boolean wrongPassword(Verdict.WrongPassword verdict) {
      record(user, Result.REJECTED);
      return false;
    }

    @Override
    public Boolean refused(Verdict.Refused verdict) {
      LastRefusal.in(check).ifPresent(reason -> remember(user, Optional.of(reason)));
      if (current.pool().mayExplain(context.clientIp())) {
        throw refusals.refused(user, verdict);
      }
      record(user, Result.REJECTED);
      return false;
    }

    @Override
    public Boolean tryLater(Verdict.TryLater verdict) {
      throw refusals.tryLater(user, verdict.outage());
    }
  }

  /**
   * A linked user keeps the data of the last sign-in; a user who must be written first comes back
   * later.
   */
  private boolean signedInUnchanged(UserModel user, Outage outage) {
    Optional<LinkStatus> status = LinkStatus.of(user.getFirstAttribute(PoolAttributes.STATUS));
    if (!SignInWrite.isDispensable(status, current.config().justInTimeMigration())) {
      throw refusals.tryLater(user, outage);
    }
    remember(user, Optional.empty());
    LOG.warnf(
        "User pool '%s' (%s) signs user %s in with the data of the last time: %s",
        current.pool().name(), current.pool().id(), user.getId(), outage.reason());
    record(user, Result.UNCHANGED);
    LoginEventDetails.note(context, current.pool(), user, Result.UNCHANGED);
    return true;
  }

  private PasswordAttempt attempt(UserModel user, String externalId, String password) {
    return new PasswordAttempt(
        externalId, UserStates.loginName(user), password, context.clientIp());
  }

  private void signedIn(
      UserModel user, Verdict.SignIn signIn, String password, Optional<UnusableReason> refusal) {
    if (!new IdentityPoolOfMigrated(current).admits()) {
      throw refusals.refused(user, UnusableReason.IDENTITY_POOL_CLOSED);
    }
    UserSynchronizer synchronizer = new UserSynchronizer(current);
    if (!synchronizer.prepareTenant(signIn.user())) {
      throw refusals.refused(user, UnusableReason.UNKNOWN_TENANT);
    }
    Scope scope = synchronizer.scopeAtSignIn(user);
    boolean migrate = current.config().justInTimeMigration();
    boolean due =
        SignInWrite.isDue(
            migrate,
            signIn.then(),
            LastRefusal.of(user).isPresent(),
            () -> synchronizer.upToDate(user, signIn.user(), LinkStatus.LINKED, scope));
    if (due && !written(user, signIn, scope, password, refusal)) {
      throw refusals.refused(user, UnusableReason.DISABLED);
    }
    Result result = migrate ? Result.MIGRATED : Result.LINKED;
    record(user, result);
    LoginEventDetails.note(context, current.pool(), user, result);
    if (migrate || !current.config().syncAttributes()) {
      LoginEventDetails.checkProfile(context);
    }
    if (PasswordElsewhere.isStuck(current.pool(), user)) {
      LOG.warnf(
          "User %s cannot finish the sign-in: UPDATE_PASSWORD is demanded, and the password is kept"
              + " in user pool '%s' (%s). Take the required action off, and have the directory"
              + " demand a new password.",
          user.getId(), current.pool().name(), current.pool().id());
    }
  }

  private void remember(UserModel user, Optional<UnusableReason> refusal) {
    if (!refusal.equals(LastRefusal.of(user))) {
      new UserTransaction(current).change(user, (own, fresh) -> LastRefusal.set(fresh, refusal));
    }
  }

  private void record(UserModel user, Result result) {
    current.pool().observer().record(Outcome.of(Step.SIGN_IN, result, Optional.of(user.getId())));
  }

  /**
   * False if the user was deleted during the password check. A concurrent sign-in may have been
   * quicker.
   */
  private boolean written(
      UserModel user,
      Verdict.SignIn signIn,
      Scope scope,
      String password,
      Optional<UnusableReason> refusal) {
    return new UserTransaction(current)
        .change(
            user,
            (own, fresh) -> {
              if (current.pool().owns(fresh)) {
                write(own, fresh, signIn, scope, password);
                LastRefusal.set(fresh, current.pool().owns(fresh) ? refusal : Optional.empty());
              }
            });
  }

  private void write(
      PoolSession own, UserModel user, Verdict.SignIn signIn, Scope scope, String password) {
    DirectoryUser from = signIn.user();
    if (current.config().justInTimeMigration()) {
      new Migrator(own).migrate(user, from, password);
    } else {
      new UserSynchronizer(own).apply(user, from, LinkStatus.LINKED, scope);
    }
    require(user, signIn.then());
  }

  static void require(UserModel user, Followup then) {
    switch (then) {
      case NOTHING -> {}
      case UPDATE_PASSWORD -> user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
      case CONFIGURE_TOTP -> {
        if (!user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE)) {
          user.addRequiredAction(UserModel.RequiredAction.CONFIGURE_TOTP);
        }
      }
    }
  }
}
