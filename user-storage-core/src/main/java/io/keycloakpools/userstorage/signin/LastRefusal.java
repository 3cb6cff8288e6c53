package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.SignInPolicy;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * Why the directory refused a user at the last password check. Rules that run only there (an Auth0
 * Action, a Cognito trigger, a second factor for a whole tenant) do not show in user data, so
 * "forgot password" would bypass them.
 */
final class LastRefusal {

  private LastRefusal() {}

  /** The reason, if it must be remembered. */
  static Optional<UnusableReason> in(PasswordCheck check) {
    Optional<UnusableReason> reason = Optional.empty();
    if (check instanceof PasswordCheck.AccountUnusable unusable) {
      reason = Optional.of(unusable.reason());
    } else if (check instanceof PasswordCheck.SecondFactorPending) {
      reason = Optional.of(UnusableReason.SECOND_FACTOR);
    }
    return reason.filter(SignInPolicy::outlivesTheCheck);
  }

  static Optional<UnusableReason> of(UserModel user) {
    String code = user.getFirstAttribute(PoolAttributes.REFUSAL);
    return Arrays.stream(UnusableReason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst();
  }

  static void set(UserModel user, Optional<UnusableReason> reason) {
    reason.ifPresentOrElse(
        why -> user.setSingleAttribute(PoolAttributes.REFUSAL, why.code()),
        () -> user.removeAttribute(PoolAttributes.REFUSAL));
  }
}
