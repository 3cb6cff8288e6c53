package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordFlaw;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PolicyError;

public final class PasswordRules {

  private final KeycloakSession session;

  public PasswordRules(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Checks a new password.
   *
   * @return one message about all flaws, or empty
   */
  public Optional<PolicyError> check(PasswordSettings settings, UserModel user, String password) {
    List<PasswordFlaw> flaws =
        new ArrayList<>(settings.flaws(password, PersonalTexts.ofUser(user)));
    // Hashing a text of unlimited length would be unlimited work.
    boolean tooLong = flaws.stream().anyMatch(PasswordFlaw.TooLong.class::isInstance);
    int last = settings.notUsedSince();
    if (!tooLong && new PasswordHistory(session).contains(user, password, last)) {
      flaws.add(new PasswordFlaw.Reused(last));
    }
    return error(flaws);
  }

  /** Also knows the profile from Keycloak's registration page. */
  public Optional<PolicyError> checkRegistering(
      PasswordSettings settings, String username, String password) {
    return error(settings.flaws(password, PersonalTexts.ofRegistration(session, username)));
  }

  private static Optional<PolicyError> error(List<PasswordFlaw> flaws) {
    return flaws.isEmpty() ? Optional.empty() : Optional.of(RefusedPassword.because(flaws));
  }
}
