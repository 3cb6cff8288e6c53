/**
 * A directory behind REST as a small HTTP server, in both contracts that the pack speaks
 * (docs/move/rest.md): its own below {@code /pools}, that of the keycloak-user-migration plugin
 * below {@code /user-migration}. It depends on the JDK and Jackson only and knows nothing of
 * Keycloak.
 */
package io.keycloakpools.simulators.rest;
