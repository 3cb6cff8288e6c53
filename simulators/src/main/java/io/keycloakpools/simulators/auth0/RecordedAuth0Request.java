package io.keycloakpools.simulators.auth0;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived, without passwords, secrets, codes and tokens.
 *
 * @param operation empty when the simulator has no such operation
 * @param path decoded
 * @param query decoded
 * @param forwardedFor the header {@code auth0-forwarded-for}, whether it counts or not
 * @param username of a password grant
 * @param realm of a password grant
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
