package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Checks passwords. The user's present data is fetched beside the check, so that both cost one
 * round trip: the status is the gate behind the password, and the id token of an app client may
 * lack attributes that the client cannot read.
 */
final class CognitoPasswords {

  /** Challenges that Cognito poses only after the password was found right. */
  private static final Set<String> SECOND_FACTORS =
      Set.of(
          "SMS_MFA",
          "SOFTWARE_TOKEN_MFA",
          "EMAIL_OTP",
          "SELECT_MFA_TYPE",
          "MFA_SETUP",
          "DEVICE_SRP_AUTH",
          "DEVICE_PASSWORD_VERIFIER");

  /**
   * The calls end themselves at the end of the budget; this is for what never started. In
   * milliseconds.
   */
  private static final int SLACK = 250;

  private static final String NEW_PASSWORD = "NEW_PASSWORD_REQUIRED";

  private final InitiateAuth initiateAuth;
  private final CognitoLookups lookups;
  private final Executor executor;

  CognitoPasswords(InitiateAuth initiateAuth, CognitoLookups lookups, Executor executor) {
    this.initiateAuth = initiateAuth;
    this.lookups = lookups;
    this.executor = executor;
  }

  PasswordCheck check(PasswordAttempt attempt, Budget budget) {
    CompletableFuture<Lookup> details =
        CompletableFuture.supplyAsync(() -> lookups.byName(attempt.loginName(), budget), executor);
    try {
      InitiateAuth.Answer answer =
          initiateAuth.send(attempt.loginName(), attempt.password(), attempt.clientIp(), budget);
      return answered(answer, details, budget);
    } catch (SdkException e) {
      return Refusal.of(e);
    }
  }

  /** Tokens are the only success; a challenge is one only if the password came before it. */
  private PasswordCheck answered(
      InitiateAuth.Answer answer, CompletableFuture<Lookup> details, Budget budget) {
    if (answer.result() != null) {
      IdToken token = IdToken.read(answer.result().idToken());
      return with(details, budget, user -> accepted(user, token));
    }
    String challenge = answer.challenge();
    if (NEW_PASSWORD.equals(challenge)) {
      return with(grouped(details, budget), budget, PasswordCheck.TemporaryPassword::new);
    }
    if (challenge != null && SECOND_FACTORS.contains(challenge)) {
      return with(
          grouped(details, budget),
          budget,
          user -> new PasswordCheck.SecondFactorPending(user, challenge));
    }
    return new PasswordCheck.AccountUnusable(UnusableReason.DENIED);
  }

  private static PasswordCheck accepted(DirectoryUser user, IdToken token) {
    return token.sub().equals(user.externalId())
        ? new PasswordCheck.Accepted(user.withRoles(token.groups()))
        : new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED);
  }

  /** A challenge comes without tokens, so the groups are asked for. */
  private CompletableFuture<Lookup> grouped(CompletableFuture<Lookup> details, Budget budget) {
    return details.thenApply(
        found ->
            found instanceof Lookup.Found user ? lookups.withGroups(user.user(), budget) : found);
  }

  private static PasswordCheck with(
      CompletableFuture<Lookup> details,
      Budget budget,
      Function<DirectoryUser, PasswordCheck> outcome) {
    Lookup found = wait(details, budget);
    if (found instanceof Lookup.Found user) {
      return outcome.apply(user.user());
    }
    return found instanceof Lookup.Unavailable unavailable
        ? new PasswordCheck.Unavailable(unavailable.reason())
        : new PasswordCheck.Rejected();
  }

  private static Lookup wait(CompletableFuture<Lookup> details, Budget budget) {
    try {
      return details.get(budget.left().toMillis() + SLACK, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lookup.Unavailable("interrupted");
    } catch (ExecutionException | TimeoutException e) {
      return new Lookup.Unavailable("the user's data: " + e.getClass().getSimpleName());
    }
  }
}
