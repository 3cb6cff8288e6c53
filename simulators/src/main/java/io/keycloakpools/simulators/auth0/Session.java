package io.keycloakpools.simulators.auth0;

import java.util.Optional;

/**
 * A sign-in after a right password.
 *
 * @param scopes empty when none were requested
 */
record Session(
    String clientId,
    String userId,
    Optional<Auth0Scopes> scopes,
    Optional<String> audience,
    String ip) {}
