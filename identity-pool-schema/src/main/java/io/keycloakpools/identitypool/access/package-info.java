/**
 * The doors: every way to a token or an assertion of an application asks {@link
 * io.keycloakpools.identitypool.pool.IdentityPools#mayEnter} here. Most classes replace one of
 * Keycloak's ({@link io.keycloakpools.common.federation.ReplacedProviders}), because Keycloak has
 * no place where all ways meet.
 */
package io.keycloakpools.identitypool.access;
