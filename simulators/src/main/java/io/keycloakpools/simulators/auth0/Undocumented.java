package io.keycloakpools.simulators.auth0;

import java.time.Duration;

/**
 * What neither the documentation nor the OpenAPI documents nor recorded answers of Auth0 settle.
 * Nobody should build on these.
 *
 * <ul>
 *   <li>The password is checked before it is told that the user is blocked, leaked or denied, and
 *       brute-force protection comes before the password. Bot detection comes before both.
 *   <li>Brute-force protection counts wrong passwords of existing users only.
 *   <li>The limit of logins per minute answers {@code too_many_requests}.
 *   <li>An unknown client, a wrong secret and the wrong way to send it look alike.
 *   <li>A password grant without {@code scope} gets the scopes of the recorded answer and, as
 *       there, no ID token.
 *   <li>A sign-in changes {@code updated_at} as well as {@code last_login}, as people report.
 *   <li>The words and codes for what is missing: a token, an organization, a connection, a job.
 *   <li>A linked database identity is found by its own {@code profileData}, and without by the
 *       e-mail address and username of the whole user.
 *   <li>{@code per_page=0}, which OpenAPI allows for some lists, means the default.
 *   <li>{@code read:organizations} is needed for a user's organizations, as the security scheme of
 *       OpenAPI says; its text about 403 would accept {@code read:users} as well.
 *   <li>Every request to the Management API counts for its rate limit, refused ones included.
 *   <li>An export is pending when created, processing at the first look and then completed; it
 *       holds the users at the time it was created. That of all connections has an empty {@code
 *       connection}, which OpenAPI requires.
 * </ul>
 */
final class Undocumented {
  /** Documented as 401 and as 403. */
  static final int BLOCKED_STATUS = 401;

  /** OpenAPI says 401, the guides say 403. */
  static final int MFA_REQUIRED_STATUS = 403;

  /** The duration of a block is documented; the number of failures is configurable. */
  static final int BRUTE_FORCE_ATTEMPTS = 10;

  /** The default of the application's setting. */
  static final Duration ID_TOKEN_LIFE = Duration.ofHours(10);

  static final String NOT_UNDERSTOOD = "The query is not understood: ";

  private Undocumented() {}

  /** Actions answer access_denied; the status of other errors is not documented. */
  static SimulatedAuth0Refusal denied(String error, String description) {
    return new SimulatedAuth0Refusal(
        false, error.equals("unauthorized") ? 401 : 403, error, description);
  }
}
