/**
 * A directory behind REST as a small HTTP server, in both contracts (docs/move/rest.md): our own
 * below {@code /pools}, that of the keycloak-user-migration plugin below {@code /user-migration}.
 */
package io.keycloakpools.simulators.rest;
