package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.SignInPolicy;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * What the directory held against a person at the last password check. Rules that run only there
 * (an Action of Auth0, a trigger of Cognito, a second factor that a whole tenant needs) do not show
 * in a user's data, so "forgot password" would go past them.
 */
final class LastRefusal {

  private LastRefusal() {}

  /** Why a check refused, if it is to be remembered. */
  static Optional<UnusableReason> in(PasswordCheck check) {
    Optional<UnusableReason> reason = Optional.empty();
    if (check instanceof PasswordCheck.AccountUnusable unusable) {
      reason = Optional.of(unusable.reason());
    } else if (check instanceof PasswordCheck.SecondFactorPending) {
      reason = Optional.of(UnusableReason.SECOND_FACTOR);
    }
    return reason.filter(SignInPolicy::outlivesTheCheck);
  }

  /** What is remembered of a user. */
  static Optional<UnusableReason> of(UserModel user) {
    String code = user.getFirstAttribute(PoolAttributes.REFUSAL);
    return Arrays.stream(UnusableReason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst();
  }

  /** Remembers a refusal, or that there is none any more. */
  static void set(UserModel user, Optional<UnusableReason> reason) {
    reason.ifPresentOrElse(
        why -> user.setSingleAttribute(PoolAttributes.REFUSAL, why.code()),
        () -> user.removeAttribute(PoolAttributes.REFUSAL));
  }
}
