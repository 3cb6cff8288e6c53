package io.keycloakpools.simulators.auth0;

/** Texts from the list of errors of the Authentication API. */
final class Auth0Refusals {
  static final SimulatedAuth0Refusal PASSWORD_LEAKED =
      new SimulatedAuth0Refusal(
          false,
          401,
          "password_leaked",
          "This login has been blocked because your password has been leaked in another website."
              + " We’ve sent you an email with instructions on how to unblock it.");
  static final SimulatedAuth0Refusal REQUIRES_VERIFICATION =
      new SimulatedAuth0Refusal(
          true, 401, "requires_verification", "Suspicious request requires verification");

  private Auth0Refusals() {}
}
