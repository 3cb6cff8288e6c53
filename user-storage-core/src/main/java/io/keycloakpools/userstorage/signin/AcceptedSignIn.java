package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.Admittance;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.SignInWrite;
import io.keycloakpools.userstorage.rules.Synchronization.Scope;
import io.keycloakpools.userstorage.rules.Verdict;
import io.keycloakpools.userstorage.users.IdentityPoolOfMigrated;
import io.keycloakpools.userstorage.users.Migrator;
import io.keycloakpools.userstorage.users.UserSynchronizer;
import io.keycloakpools.userstorage.users.UserTransaction;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Links or moves a user whose password the directory accepted. */
final class AcceptedSignIn {

  private final PoolSession current;
  private final UserModel user;
  private final Verdict.SignIn verdict;

  /** Created when it is needed: it reads the realm's identity providers. */
  private UserSynchronizer synchronizer;

  AcceptedSignIn(PoolSession current, UserModel user, Verdict.SignIn verdict) {
    this.current = current;
    this.user = user;
    this.verdict = verdict;
  }

  Admittance admittance(boolean served) {
    return Admittance.of(
        served,
        user.isEnabled(),
        () -> new IdentityPoolOfMigrated(current).admits(),
        () -> synchronizer().prepareTenant(verdict.user()));
  }

  private UserSynchronizer synchronizer() {
    if (synchronizer == null) {
      synchronizer = new UserSynchronizer(current);
    }
    return synchronizer;
  }

  Result result() {
    return migrates() ? Result.MIGRATED : Result.LINKED;
  }

  private boolean migrates() {
    return current.config().justInTimeMigration();
  }

  /**
   * Writes what changed, if anything.
   *
   * @param refusal to remember for "forgot password"
   * @return false if the user was deleted during the password check
   */
  boolean write(String password, Optional<UnusableReason> refusal) {
    Scope scope = synchronizer().scopeAtSignIn(user);
    boolean due =
        SignInWrite.isDue(
            migrates(),
            verdict.then(),
            LastRefusal.of(user).isPresent(),
            () -> synchronizer().upToDate(user, verdict.user(), LinkStatus.LINKED, scope));
    return !due
        || new UserTransaction(current)
            .change(user, (own, fresh) -> write(own, fresh, scope, password, refusal));
  }

  /** A concurrent sign-in may have moved the user meanwhile. */
  private void write(
      PoolSession own,
      UserModel fresh,
      Scope scope,
      String password,
      Optional<UnusableReason> refusal) {
    if (!own.pool().owns(fresh)) {
      return;
    }
    DirectoryUser from = verdict.user();
    if (migrates()) {
      new Migrator(own).migrate(fresh, from, password);
    } else {
      new UserSynchronizer(own).apply(fresh, from, LinkStatus.LINKED, scope);
    }
    Followups.require(fresh, verdict.then());
    LastRefusal.set(fresh, own.pool().owns(fresh) ? refusal : Optional.empty());
  }
}
