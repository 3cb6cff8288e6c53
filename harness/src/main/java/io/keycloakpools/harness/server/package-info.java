/**
 * Keycloak as a server: the distribution with our JARs in it, built once and started from a home of
 * its own, or the image of the pack in a container. Knows nothing about realms.
 */
package io.keycloakpools.harness.server;
