/**
 * Guards between a user pool and its directory. They use the port and the rules, and no Keycloak
 * types.
 */
package io.keycloakpools.userstorage.guard;
