package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Fault;

public final class CognitoFaults {
  private CognitoFaults() {}

  /** Status 500 for InternalErrorException, else 400. */
  public static Fault error(String type, String message) {
    return Fault.answer(CognitoAnswers.error(new CognitoError(type, message)));
  }

  public static Fault throttled() {
    return error("TooManyRequestsException", "Rate exceeded");
  }

  public static Fault internalError() {
    return error("InternalErrorException", "Internal server error");
  }

  /** The older text for an expired temporary password; the simulator uses the newer one. */
  public static Fault temporaryPasswordExpiredInOlderWords() {
    return error(
        "NotAuthorizedException",
        "User account has expired, it must be reset by an administrator.");
  }

  public static Fault forbidden() {
    return error("ForbiddenException", "Request not allowed due to WAF block.");
  }

  public static Fault lambdaRefusal(String trigger, String message) {
    return error("UserLambdaValidationException", trigger + " failed with error " + message + ".");
  }

  public static Fault lambdaFailure(String trigger) {
    return error("UnexpectedLambdaException", trigger + " invocation failed due to error.");
  }

  public static Fault lambdaNonsense(String trigger) {
    return error(
        "InvalidLambdaResponseException", trigger + " returned an unrecognizable response.");
  }
}
