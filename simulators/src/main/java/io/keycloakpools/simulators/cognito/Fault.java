package io.keycloakpools.simulators.cognito;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What goes wrong with a request; armed through {@link Faults}. */
public sealed interface Fault {

  /** Waits, then answers as usual. */
  record Latency(Duration delay) implements Fault {}

  /** Does not answer until {@link Faults#release()}, then answers as usual. */
  record Hang() implements Fault {}

  /** Closes the connection without an answer; the request has no effect. */
  record ConnectionReset() implements Fault {}

  /** Sends this answer instead; the request has no effect. */
  record Reply(int status, Map<String, String> headers, String body) implements Fault {}

  /** Sends the first half of the usual JSON as if it were all. */
  record TruncatedJson() implements Fault {}

  /** Sends the usual answer byte by byte, with this pause before each. */
  record SlowDrip(Duration pause) implements Fault {}

  /** Adds a member of this many bytes to the usual JSON object. */
  record HugeAnswer(int bytes) implements Fault {}

  static Fault latency(Duration delay) {
    return new Latency(delay);
  }

  static Fault hang() {
    return new Hang();
  }

  static Fault connectionReset() {
    return new ConnectionReset();
  }

  static Fault truncatedJson() {
    return new TruncatedJson();
  }

  static Fault slowDrip(Duration pause) {
    return new SlowDrip(pause);
  }

  static Fault hugeAnswer(int bytes) {
    return new HugeAnswer(bytes);
  }

  /** Returns a plain HTTP answer, as a proxy or a failing load balancer sends it. */
  static Fault http(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body);
  }

  /** Returns a 302 to that address. */
  static Fault redirect(URI location) {
    return new Reply(302, Map.of("Location", location.toString()), "");
  }

  /** Returns the AWS error of that type: status 500 for InternalErrorException, else 400. */
  static Fault error(String type, String message) {
    Answer answer = Answer.error(new CognitoError(type, message));
    return new Reply(answer.status(), answer.headers(), answer.body());
  }

  /** Returns TooManyRequestsException, as when a quota is used up. */
  static Fault throttled() {
    return error("TooManyRequestsException", "Rate exceeded");
  }

  /** Returns InternalErrorException, status 500. */
  static Fault internalError() {
    return error("InternalErrorException", "Internal server error");
  }

  /** Returns ForbiddenException, as a web ACL of AWS WAF causes it. */
  static Fault forbidden() {
    return error("ForbiddenException", "Request not allowed due to WAF block.");
  }

  /** Returns UserLambdaValidationException: a Lambda trigger refused with that message. */
  static Fault lambdaRefusal(String trigger, String message) {
    return error("UserLambdaValidationException", trigger + " failed with error " + message + ".");
  }

  /** Returns UnexpectedLambdaException: a Lambda trigger could not be run. */
  static Fault lambdaFailure(String trigger) {
    return error("UnexpectedLambdaException", trigger + " invocation failed due to error.");
  }

  /** Returns InvalidLambdaResponseException: a Lambda trigger answered nonsense. */
  static Fault lambdaNonsense(String trigger) {
    return error(
        "InvalidLambdaResponseException", trigger + " returned an unrecognizable response.");
  }
}
