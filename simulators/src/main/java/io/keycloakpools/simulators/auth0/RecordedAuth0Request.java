package io.keycloakpools.simulators.auth0;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived, without passwords, secrets, codes and tokens.
 *
 * @param operation what it asks for; empty when the simulator has no such thing
 * @param method the HTTP method
 * @param path the path, decoded
 * @param query the query parameters, decoded
 * @param forwardedFor the header {@code auth0-forwarded-for}, whether it counts or not
 * @param username the name of a password grant
 * @param realm the realm of a password grant
 * @param at the time it arrived, by the simulator's clock
 */
public record RecordedAuth0Request(
    Optional<Auth0Operation> operation,
    String method,
    String path,
    Map<String, String> query,
    Optional<String> forwardedFor,
    Optional<String> username,
    Optional<String> realm,
    Instant at) {}
