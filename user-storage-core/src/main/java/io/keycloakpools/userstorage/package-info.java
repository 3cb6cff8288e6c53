/**
 * The engine of all user pools, where it meets Keycloak: imports, synchronizes and migrates users,
 * and checks their passwords. It calls a {@link io.keycloakpools.userstorage.directory.Directory}
 * of any kind; adapters extend {@link io.keycloakpools.userstorage.UserPoolProviderFactory}.
 */
package io.keycloakpools.userstorage;
