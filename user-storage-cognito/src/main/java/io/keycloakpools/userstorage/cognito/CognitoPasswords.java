package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.ConcurrentLookup;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.IdToken;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Fetches the user in parallel with the check, unless this request has them: one round trip. The
 * status must permit a sign-in, and the id token may lack attributes that the app client cannot
 * read.
 */
final class CognitoPasswords {

  /** Cognito poses these challenges only after the right password. */
  private static final Set<String> SECOND_FACTORS =
      Set.of(
          "SMS_MFA",
          "SOFTWARE_TOKEN_MFA",
          "EMAIL_OTP",
          "SELECT_MFA_TYPE",
          "MFA_SETUP",
          "DEVICE_SRP_AUTH",
          "DEVICE_PASSWORD_VERIFIER");

  /** No password of such an account is right. */
  private static final Set<UnusableReason> WITHOUT_PASSWORD =
      EnumSet.of(UnusableReason.RESET_REQUIRED, UnusableReason.EXTERNAL);

  private static final String NEW_PASSWORD = "NEW_PASSWORD_REQUIRED";

  private final InitiateAuth initiateAuth;
  private final CognitoLookups lookups;
  private final Executor executor;

  CognitoPasswords(InitiateAuth initiateAuth, CognitoLookups lookups, Executor executor) {
    this.initiateAuth = initiateAuth;
    this.lookups = lookups;
    this.executor = executor;
  }

  PasswordCheck check(PasswordAttempt attempt, Deadline deadline) {
    ConcurrentLookup details =
        ConcurrentLookup.start(
            attempt, () -> lookups.byName(attempt.loginName(), deadline), deadline, executor);
    try {
      InitiateAuth.Answer answer =
          initiateAuth.send(attempt.loginName(), attempt.password(), attempt.clientIp(), deadline);
      return resultOf(answer, attempt, details);
    } catch (SdkException e) {
      return withStatus(CognitoRefusal.of(e), details);
    }
  }

  /**
   * With {@code PreventUserExistenceErrors}, Cognito answers "wrong password" for accounts without
   * a password. It must not count as the user's mistake, so a known status decides.
   */
  private static PasswordCheck withStatus(PasswordCheck answer, ConcurrentLookup details) {
    return answer instanceof PasswordCheck.Rejected
            && details.await() instanceof Lookup.Found found
            && found.user().status() instanceof AccountStatus.Unusable unusable
            && WITHOUT_PASSWORD.contains(unusable.reason())
        ? new PasswordCheck.AccountUnusable(unusable.reason())
        : answer;
  }

  /** A challenge proves the password only if it is posed after the password. */
  private PasswordCheck resultOf(
      InitiateAuth.Answer answer, PasswordAttempt attempt, ConcurrentLookup details) {
    if (answer.result() != null) {
      IdToken token = IdToken.read(answer.result().idToken());
      ConcurrentLookup newest =
          attempt.lookedUp().filter(token::outdates).isPresent()
              ? details.then(user -> lookups.byName(attempt.loginName(), details.deadline()))
              : details;
      return newest.accepted(token.sub(), user -> accepted(user, token));
    }
    String challenge = answer.challenge();
    if (NEW_PASSWORD.equals(challenge)) {
      return withGroups(details).outcome(PasswordCheck.TemporaryPassword::new);
    }
    if (challenge != null && SECOND_FACTORS.contains(challenge)) {
      return withGroups(details)
          .outcome(user -> new PasswordCheck.SecondFactorPending(user, challenge));
    }
    return new PasswordCheck.AccountUnusable(
        UnusableReason.DENIED, challenge == null ? "" : challenge);
  }

  private static PasswordCheck accepted(DirectoryUser user, IdToken token) {
    return token.sub().equals(user.externalId())
        ? new PasswordCheck.Accepted(user.withRoles(token.texts("cognito:groups")))
        : new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED);
  }

  /** A challenge comes without groups. */
  private ConcurrentLookup withGroups(ConcurrentLookup details) {
    return details.then(user -> lookups.withGroups(user, details.deadline()));
  }
}
