package io.keycloakpools.simulators.cognito;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as it arrived, without secrets.
 *
 * @param operation the AWS name of the operation, known or not
 * @param username the user asked about; for ListUsers empty
 * @param filter the filter of ListUsers
 * @param authFlow the flow of a sign-in
 * @param ipAddress the end user's address in UserContextData or ContextData
 * @param at the time it arrived, by the simulator's clock
 */
public record RecordedRequest(
    String operation,
    Optional<String> username,
    Optional<String> filter,
    Optional<String> authFlow,
    Optional<String> ipAddress,
    Instant at) {}
