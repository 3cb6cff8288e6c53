package io.keycloakpools.simulators.auth0;

import java.util.Locale;
import java.util.Optional;

/** Checks a name and a password, in the order stated in {@link Undocumented}. */
final class Auth0PasswordCheck {
  record Attempt(Auth0Connection connection, String username, String password, String ip) {
    @Override
    public String toString() {
      return "Attempt[" + username + "]";
    }
  }

  private final SimulatedAuth0Users users;
  private final Auth0BruteForce bruteForce;
  private final RateLimits limits;

  Auth0PasswordCheck(SimulatedAuth0Users users, Auth0BruteForce bruteForce, RateLimits limits) {
    this.users = users;
    this.bruteForce = bruteForce;
    this.limits = limits;
  }

  Auth0User require(Attempt attempt) {
    String folded = attempt.username().toLowerCase(Locale.ROOT);
    if (!limits.admitsPassword(attempt.connection().name(), folded, attempt.ip())) {
      throw AuthenticationErrors.tooManyRequests();
    }
    Auth0User user =
        users
            .withLogin(attempt.connection().name(), attempt.username())
            .orElseThrow(AuthenticationErrors::wrongPassword);
    refuse(user.refusal().filter(SimulatedAuth0Refusal::evenWithWrongPassword));
    if (bruteForce.isBlocked(user.userId(), attempt.ip())) {
      throw AuthenticationErrors.tooManyAttempts();
    }
    if (user.password().filter(attempt.password()::equals).isEmpty()) {
      bruteForce.failed(user.userId(), attempt.ip());
      throw AuthenticationErrors.wrongPassword();
    }
    bruteForce.succeeded(user.userId(), attempt.ip());
    if (user.blocked()) {
      throw AuthenticationErrors.userBlocked();
    }
    refuse(user.refusal());
    return user;
  }

  private static void refuse(Optional<SimulatedAuth0Refusal> refusal) {
    if (refusal.isPresent()) {
      throw Auth0Error.oauth(refusal.get());
    }
  }
}
