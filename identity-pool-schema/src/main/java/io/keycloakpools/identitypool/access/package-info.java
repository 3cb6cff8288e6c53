/**
 * The doors: every way to a token or an assertion of an application asks {@link
 * io.keycloakpools.identitypool.pool.IdentityPools#mayEnter} here, and gives nothing to a user who
 * may not enter. Most classes take the place of one of Keycloak's, by the same id and a higher
 * order, because Keycloak has no place where all ways meet.
 */
package io.keycloakpools.identitypool.access;
