/**
 * What stands between the pack and any directory: time limit, cleaning, circuit breakers. Knows the
 * port and the rules, and no Keycloak type.
 */
package io.keycloakpools.userstorage.guard;
