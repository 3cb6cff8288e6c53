package io.keycloakpools.simulators.auth0;

/**
 * The answer to a refused sign-in.
 *
 * @param evenWithWrongPassword whether it comes before the password is checked
 */
public record SimulatedAuth0Refusal(
    boolean evenWithWrongPassword, int status, String error, String description) {}
