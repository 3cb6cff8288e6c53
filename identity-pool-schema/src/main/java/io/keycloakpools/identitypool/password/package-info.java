/**
 * Passwords of pool users: the pool's rules and hash replace the realm's wherever Keycloak asks for
 * them. Calls the pools and the module of password policies.
 */
package io.keycloakpools.identitypool.password;
