/**
 * Passwords of the users of a pool: the pool's rules and hash in place of the realm's, wherever
 * Keycloak asks for them. Calls the pools and the module of password policies.
 */
package io.keycloakpools.identitypool.password;
