package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Fault;

public final class Auth0Faults {
  private Auth0Faults() {}

  public static Fault oauth(int status, String error, String description) {
    return Fault.answer(Auth0Error.oauth(status, error, description).answer());
  }

  public static Fault management(int status, String message, String errorCode) {
    return Fault.answer(Auth0Error.management(status, message, errorCode).answer());
  }

  /** 429 of the token endpoint. */
  public static Fault tooManyRequests() {
    return Fault.answer(AuthenticationErrors.tooManyRequests().answer());
  }

  public static Fault tooManyAttempts() {
    return Fault.answer(AuthenticationErrors.tooManyAttempts().answer());
  }

  /** 429 of the Management API. */
  public static Fault rateLimited() {
    return Fault.answer(ManagementErrors.tooManyRequests().answer());
  }

  /** 503 of the token endpoint. */
  public static Fault temporarilyUnavailable() {
    return oauth(503, "temporarily_unavailable", "The service is temporarily unavailable");
  }

  /** 500 of the Management API. */
  public static Fault internalError() {
    return Fault.answer(Auth0Error.management(500, "An internal server error occurred").answer());
  }
}
