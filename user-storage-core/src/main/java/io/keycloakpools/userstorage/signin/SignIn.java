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
import io.keycloakpools.userstorage.rules.Admittance;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.PasswordAuthority;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.SignInWrite;
import io.keycloakpools.userstorage.rules.Verdict;
import io.keycloakpools.userstorage.users.Migrator;
import io.keycloakpools.userstorage.users.UserStates;
import io.keycloakpools.userstorage.users.UserTransaction;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;

/** Checks a password with the directory, and acts on the answer. */
public final class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final PoolSession current;
  private final SignInContext context;
  private final Refusals refusals;
  private final Function<String, Optional<DirectoryUser>> lookedUp;

  /**
   * @param lookedUp the directory's data of a user, by external id, if this request looked them up
   */
  public SignIn(PoolSession current, Function<String, Optional<DirectoryUser>> lookedUp) {
    this.current = current;
    this.lookedUp = lookedUp;
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
    Migrator migrator = new Migrator(current);
    PasswordAuthority authority =
        PasswordAuthority.of(
            externalId,
            password,
            user.getServiceAccountClientLink() != null,
            () -> migrator.hasPassword(user),
            () -> context.served(current.pool()),
            () -> migrator.isPassword(user, password));
    return switch (authority) {
      case NOBODY, KEYCLOAK -> false;
      case WRONG_CLIENT -> throw refusals.refused(user, UnusableReason.WRONG_CLIENT);
      case DIRECTORY -> {
        PasswordAttempt attempt = attempt(user, externalId, password);
        yield decided(
            user, password, current.pool().directory().checkPassword(attempt), externalId);
      }
    };
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
      AcceptedSignIn accepted = new AcceptedSignIn(current, user, verdict);
      Admittance admittance = accepted.admittance(context.served(current.pool()));
      admittance
          .refusal()
          .ifPresent(
              reason -> {
                throw refusals.refused(user, reason);
              });
      if (admittance == Admittance.DISABLED_HERE) {
        record(user, Result.DISABLED_HERE);
        return true;
      }
      if (!accepted.write(password, LastRefusal.in(check))) {
        throw refusals.refused(user, UnusableReason.DISABLED);
      }
      signedIn(user, accepted.result());
      return true;
    }

    @Override
    public Boolean signInUnchanged(Verdict.SignInUnchanged verdict) {
      if (!context.served(current.pool())) {
        throw refusals.refused(user, UnusableReason.WRONG_CLIENT);
      }
      signedInUnchanged(user, verdict.outage());
      return true;
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
  private void signedInUnchanged(UserModel user, Outage outage) {
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
  }

  private PasswordAttempt attempt(UserModel user, String externalId, String password) {
    return new PasswordAttempt(
        externalId,
        UserStates.loginName(user),
        password,
        context.clientIp(),
        lookedUp.apply(externalId));
  }

  private void signedIn(UserModel user, Result result) {
    record(user, result);
    LoginEventDetails.note(context, current.pool(), user, result);
    if (SignInWrite.isProfileDue(
        current.config().justInTimeMigration(), current.config().syncAttributes())) {
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
}
