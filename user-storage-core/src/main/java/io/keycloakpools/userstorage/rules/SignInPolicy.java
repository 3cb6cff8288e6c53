package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.Verdict.Followup;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

public final class SignInPolicy {

  /** Setting {@code temporaryPasswords}. */
  public enum TemporaryPasswords {
    REJECT,
    REQUIRE_CHANGE
  }

  /** Setting {@code secondFactor}. */
  public enum SecondFactor {
    REJECT,
    REQUIRE_SETUP
  }

  /**
   * Refusals that a new password does not resolve. The others demand one, or reappear in the user's
   * data.
   */
  private static final Set<UnusableReason> STANDS =
      EnumSet.of(UnusableReason.DENIED, UnusableReason.BLOCKED, UnusableReason.DISABLED);

  private static final Set<UnusableReason> MET_BY_A_NEW_PASSWORD =
      EnumSet.of(
          UnusableReason.RESET_REQUIRED,
          UnusableReason.LEAKED_PASSWORD,
          UnusableReason.TOO_MANY_ATTEMPTS,
          UnusableReason.TEMPORARY_PASSWORD_EXPIRED);

  private final TemporaryPasswords temporaryPasswords;
  private final SecondFactor secondFactor;

  public SignInPolicy(TemporaryPasswords temporaryPasswords, SecondFactor secondFactor) {
    this.temporaryPasswords = temporaryPasswords;
    this.secondFactor = secondFactor;
  }

  /** Refuses answers about another user. */
  public Verdict decide(PasswordCheck check, String expectedExternalId) {
    return check.fold(new Decision(expectedExternalId));
  }

  private final class Decision implements PasswordCheck.Cases<Verdict> {

    private final String expectedExternalId;

    private Decision(String expectedExternalId) {
      this.expectedExternalId = expectedExternalId;
    }

    @Override
    public Verdict accepted(PasswordCheck.Accepted answer) {
      return signIn(answer.user(), expectedExternalId, Followup.NOTHING);
    }

    @Override
    public Verdict acceptedUnseen(PasswordCheck.AcceptedUnseen answer) {
      return answer.externalId().equals(expectedExternalId)
          ? new Verdict.SignInUnchanged(answer.outage())
          : new Verdict.Refused(UnusableReason.IDENTITY_CHANGED);
    }

    @Override
    public Verdict rejected(PasswordCheck.Rejected answer) {
      return new Verdict.WrongPassword();
    }

    @Override
    public Verdict temporaryPassword(PasswordCheck.TemporaryPassword answer) {
      return temporaryPasswords == TemporaryPasswords.REQUIRE_CHANGE
          ? signIn(answer.user(), expectedExternalId, Followup.UPDATE_PASSWORD)
          : new Verdict.Refused(UnusableReason.TEMPORARY_PASSWORD);
    }

    @Override
    public Verdict secondFactorPending(PasswordCheck.SecondFactorPending answer) {
      return secondFactor == SecondFactor.REQUIRE_SETUP
          ? signIn(answer.user(), expectedExternalId, Followup.CONFIGURE_TOTP)
          : new Verdict.Refused(UnusableReason.SECOND_FACTOR);
    }

    @Override
    public Verdict accountUnusable(PasswordCheck.AccountUnusable answer) {
      return new Verdict.Refused(answer.reason(), answer.code(), answer.told());
    }

    @Override
    public Verdict throttled(PasswordCheck.Throttled answer) {
      return new Verdict.TryLater(
          Outage.busy("the directory throttles sign-ins", answer.retryAfter()));
    }

    @Override
    public Verdict unavailable(PasswordCheck.Unavailable answer) {
      return new Verdict.TryLater(answer.outage());
    }
  }

  /**
   * Decides whether a person with access to the user's e-mail may set a password here. This meets
   * the directory's demand for a new password, but no second factor, except an authenticator app
   * whose codes are required here from now on. A refusal found only by password checks holds until
   * one succeeds.
   *
   * @param answer to a look-up by the user's external id
   */
  public Verdict.OnReset reset(
      Lookup answer, String expectedExternalId, Optional<UnusableReason> lastRefusal) {
    return answer.<Verdict.OnReset>fold(
        user -> reset(user, expectedExternalId, lastRefusal),
        () -> new Verdict.Refused(UnusableReason.IDENTITY_CHANGED),
        matches -> new Verdict.Refused(UnusableReason.IDENTITY_CHANGED),
        Verdict.TryLater::new);
  }

  private Verdict.OnReset reset(
      DirectoryUser user, String expectedExternalId, Optional<UnusableReason> lastRefusal) {
    if (!user.externalId().equals(expectedExternalId)) {
      return new Verdict.Refused(UnusableReason.IDENTITY_CHANGED);
    }
    if (user.status() instanceof AccountStatus.Unusable unusable
        && !MET_BY_A_NEW_PASSWORD.contains(unusable.reason())) {
      return new Verdict.Refused(unusable.reason());
    }
    if (lastRefusal.filter(STANDS::contains).isPresent()) {
      return new Verdict.Refused(lastRefusal.get());
    }
    boolean unlisted =
        lastRefusal.filter(UnusableReason.SECOND_FACTOR::equals).isPresent()
            && AuthenticatorApps.usable(user.totps()).isEmpty();
    if (!unlisted && AuthenticatorApps.replaceSecondFactors(user)) {
      return new Verdict.SignIn(user, Followup.NOTHING);
    }
    return secondFactor == SecondFactor.REQUIRE_SETUP
        ? new Verdict.SignIn(user, Followup.CONFIGURE_TOTP)
        : new Verdict.Refused(UnusableReason.SECOND_FACTOR);
  }

  /** Whether a refusal also applies to a new password. */
  public static boolean outlivesTheCheck(UnusableReason reason) {
    return STANDS.contains(reason) || reason == UnusableReason.SECOND_FACTOR;
  }

  /** The gate behind the password: a right password does not open a closed or a foreign account. */
  private Verdict signIn(DirectoryUser user, String expectedExternalId, Followup then) {
    if (!user.externalId().equals(expectedExternalId)) {
      return new Verdict.Refused(UnusableReason.IDENTITY_CHANGED);
    }
    if (user.status() instanceof AccountStatus.Unusable unusable) {
      return new Verdict.Refused(unusable.reason());
    }
    if (!(user.status() instanceof AccountStatus.MustChangePassword)) {
      return new Verdict.SignIn(user, then);
    }
    return temporaryPasswords == TemporaryPasswords.REQUIRE_CHANGE
        ? new Verdict.SignIn(user, Followup.UPDATE_PASSWORD)
        : new Verdict.Refused(UnusableReason.TEMPORARY_PASSWORD);
  }
}
