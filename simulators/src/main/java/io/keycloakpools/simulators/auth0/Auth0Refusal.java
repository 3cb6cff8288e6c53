package io.keycloakpools.simulators.auth0;

/**
 * What a sign-in is refused with.
 *
 * @param evenWithWrongPassword whether it comes before the password is looked at
 * @param status the HTTP status
 * @param error the member {@code error}
 * @param description the member {@code error_description}
 */
public record Auth0Refusal(
    boolean evenWithWrongPassword, int status, String error, String description) {}
