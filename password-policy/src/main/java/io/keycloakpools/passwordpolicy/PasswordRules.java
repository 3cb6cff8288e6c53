package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordFlaw;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PolicyError;

/** Checks new passwords of Keycloak's users against settings, wherever the settings come from. */
public final class PasswordRules {

  private final KeycloakSession session;

  public PasswordRules(KeycloakSession session) {
    this.session = session;
  }

  /**
   * A new password of a user.
   *
   * @return one message about all that is wrong with it; empty if nothing is
   */
  public Optional<PolicyError> check(PasswordSettings settings, UserModel user, String password) {
    List<PasswordFlaw> flaws = new ArrayList<>(settings.flaws(password, KnownAbout.user(user)));
    // A hash of a text without bound would be work without bound.
    boolean tooLong = flaws.stream().anyMatch(PasswordFlaw.TooLong.class::isInstance);
    int last = settings.notUsedSince();
    if (!tooLong && new PasswordHistory(session).contains(user, password, last)) {
      flaws.add(new PasswordFlaw.Reused(last));
    }
    return error(flaws);
  }

  /**
   * The password of somebody who is registering. Besides the username, the profile that Keycloak
   * keeps for the registration page counts as known.
   *
   * @return one message about all that is wrong with it; empty if nothing is
   */
  public Optional<PolicyError> checkRegistering(
      PasswordSettings settings, String username, String password) {
    return error(settings.flaws(password, KnownAbout.registering(session, username)));
  }

  private static Optional<PolicyError> error(List<PasswordFlaw> flaws) {
    return flaws.isEmpty() ? Optional.empty() : Optional.of(RefusedPassword.because(flaws));
  }
}
