package io.keycloakpools.simulators.auth0;

import java.util.Optional;

/**
 * A sign-in whose password was right.
 *
 * @param scopes what was asked for; empty when nothing was said
 */
record Session(
    String clientId,
    String userId,
    Optional<Auth0Scopes> scopes,
    Optional<String> audience,
    String ip) {}
