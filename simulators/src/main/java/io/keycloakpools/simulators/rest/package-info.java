/**
 * A directory behind REST as a small HTTP server, in both contracts (docs/move/rest.md): our own
 * below {@code /pools}, that of the keycloak-user-migration plugin below {@code /user-migration}.
 * It depends on the JDK and Jackson only and knows nothing of Keycloak.
 */
package io.keycloakpools.simulators.rest;
