package io.keycloakpools.simulators.auth0;

/** A factor a user has enrolled ("Manage Authentication Methods with Management API"). */
public enum Auth0SecondFactor {
  OTP("otp", "totp"),
  SMS("phone", "phone"),
  EMAIL("email", "email"),
  PUSH("push-notification", "push");

  private final String challenge;
  private final String method;

  Auth0SecondFactor(String challenge, String method) {
    this.challenge = challenge;
    this.method = method;
  }

  /** Returns the type in {@code mfa_requirements}. */
  String challenge() {
    return challenge;
  }

  /** Returns the type in {@code GET /users/{id}/authentication-methods}. */
  String method() {
    return method;
  }
}
