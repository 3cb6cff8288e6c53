package io.keycloakpools.simulators.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Errors of the Authentication API, with texts as documented or as seen in public reports. */
final class AuthenticationErrors {
  private AuthenticationErrors() {}

  static Auth0Error missing(String parameter) {
    return Auth0Error.oauth(400, "invalid_request", "Missing required parameter: " + parameter);
  }

  static Auth0Error badClient() {
    return Auth0Error.oauth(401, "access_denied", "Unauthorized");
  }

  static Auth0Error unsupportedGrant(String type) {
    return Auth0Error.oauth(501, "unsupported_grant_type", "Unsupported grant type: " + type);
  }

  static Auth0Error grantOff(Grant grant) {
    return Auth0Error.oauth(
            403,
            "unauthorized_client",
            "Grant type '" + grant.type() + "' not allowed for the client.")
        .and("error_uri", "https://auth0.com/docs/clients/client-grant-types");
  }

  static Auth0Error invalidScope() {
    return Auth0Error.oauth(400, "invalid_scope", "Scope must be an array or a string");
  }

  static Auth0Error unknownConnection() {
    return Auth0Error.oauth(400, "invalid_request", "the connection was not found");
  }

  static Auth0Error disabledConnection() {
    return Auth0Error.oauth(400, "invalid_request", "the connection was disabled");
  }

  static Auth0Error noDefaultDirectory() {
    return Auth0Error.oauth(
        500, "server_error", "Authorization server not configured with default connection.");
  }

  static Auth0Error wrongPassword() {
    return Auth0Error.oauth(403, "invalid_grant", "Wrong email or password.");
  }

  static Auth0Error userBlocked() {
    return Auth0Error.oauth(Undocumented.BLOCKED_STATUS, "unauthorized", "user is blocked");
  }

  static Auth0Error tooManyAttempts() {
    return Auth0Error.oauth(
        429,
        "too_many_attempts",
        "Your account has been blocked after multiple consecutive login attempts. We’ve sent you"
            + " an email with instructions on how to unblock it.");
  }

  static Auth0Error tooManyRequests() {
    return Auth0Error.oauth(
        429, "too_many_requests", "Rate limit exceeded. Please retry after some time.");
  }

  static Auth0Error mfaRequired(String token, Iterable<Auth0SecondFactor> factors) {
    List<Map<String, String>> challenge = new ArrayList<>();
    factors.forEach(each -> challenge.add(Map.of("type", each.challenge())));
    return Auth0Error.oauth(
            Undocumented.MFA_REQUIRED_STATUS, "mfa_required", "Multifactor authentication required")
        .and("mfa_token", token)
        .and("mfa_requirements", Map.of("challenge", challenge));
  }

  static Auth0Error badMfaToken() {
    return Auth0Error.oauth(403, "invalid_grant", "Malformed mfa_token");
  }

  static Auth0Error expiredMfaToken() {
    return Auth0Error.oauth(401, "expired_token", "mfa_token is expired");
  }

  static Auth0Error badMfaCode() {
    return Auth0Error.oauth(403, "invalid_grant", "Invalid otp_code.");
  }

  static Auth0Error noAudience() {
    return Auth0Error.oauth(
        403,
        "access_denied",
        "No audience parameter was provided, and no default audience has been configured");
  }

  static Auth0Error unknownAudience(String audience) {
    return Auth0Error.oauth(403, "access_denied", "Service not enabled within domain: " + audience);
  }

  static Auth0Error notAuthorizedFor(String audience) {
    return Auth0Error.oauth(
        403,
        "access_denied",
        "Client is not authorized to access \""
            + audience
            + "\". You need to create a \"client-grant\" associated to this API. See:"
            + " https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants");
  }

  static Auth0Error invalidToken() {
    return Auth0Error.oauth(401, "invalid_token", "The access token is invalid or has expired");
  }
}
