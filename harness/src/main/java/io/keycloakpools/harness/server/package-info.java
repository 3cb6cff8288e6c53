/**
 * Keycloak as a server: the distribution with our JARs in it, built once and started from a home
 * folder of its own. Knows nothing about realms.
 */
package io.keycloakpools.harness.server;
