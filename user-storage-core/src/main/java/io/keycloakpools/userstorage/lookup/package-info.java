/** Finds a user: in Keycloak's database first, then in the directory. */
package io.keycloakpools.userstorage.lookup;
