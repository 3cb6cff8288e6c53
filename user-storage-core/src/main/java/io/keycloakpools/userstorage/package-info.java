/**
 * The engine that every user pool shares, where it meets Keycloak: look-ups import users, password
 * checks sign them in, keep them in step or migrate them. It calls a {@link
 * io.keycloakpools.userstorage.directory.Directory} and knows none; adapters extend {@link
 * io.keycloakpools.userstorage.UserPoolProviderFactory}.
 */
package io.keycloakpools.userstorage;
