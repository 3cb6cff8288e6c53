package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Fault;

/** Faults that are answers of Amazon Cognito. */
public final class CognitoFaults {
  private CognitoFaults() {}

  /** Returns the AWS error of that type: status 500 for InternalErrorException, else 400. */
  public static Fault error(String type, String message) {
    return Fault.answer(CognitoAnswers.error(new CognitoError(type, message)));
  }

  /** Returns TooManyRequestsException, as when a quota is used up. */
  public static Fault throttled() {
    return error("TooManyRequestsException", "Rate exceeded");
  }

  /** Returns InternalErrorException, status 500. */
  public static Fault internalError() {
    return error("InternalErrorException", "Internal server error");
  }

  /**
   * Returns the older text for a temporary password whose time is over; the newer one is played.
   */
  public static Fault temporaryPasswordExpiredInOlderWords() {
    return error(
        "NotAuthorizedException",
        "User account has expired, it must be reset by an administrator.");
  }

  /** Returns ForbiddenException, as a web ACL of AWS WAF causes it. */
  public static Fault forbidden() {
    return error("ForbiddenException", "Request not allowed due to WAF block.");
  }

  /** Returns UserLambdaValidationException: a Lambda trigger refused with that message. */
  public static Fault lambdaRefusal(String trigger, String message) {
    return error("UserLambdaValidationException", trigger + " failed with error " + message + ".");
  }

  /** Returns UnexpectedLambdaException: a Lambda trigger could not be run. */
  public static Fault lambdaFailure(String trigger) {
    return error("UnexpectedLambdaException", trigger + " invocation failed due to error.");
  }

  /** Returns InvalidLambdaResponseException: a Lambda trigger answered nonsense. */
  public static Fault lambdaNonsense(String trigger) {
    return error(
        "InvalidLambdaResponseException", trigger + " returned an unrecognizable response.");
  }
}
