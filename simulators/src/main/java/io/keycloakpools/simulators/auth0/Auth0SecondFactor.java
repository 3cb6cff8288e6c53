package io.keycloakpools.simulators.auth0;

/** An enrolled factor ("Manage Authentication Methods with Management API"). */
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

  String challenge() {
    return challenge;
  }

  String method() {
    return method;
  }
}
