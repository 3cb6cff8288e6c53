/**
 * Users of a pool in Keycloak's database: import, synchronization, migration. Calls the rules for
 * every decision, and never asks the directory for a password.
 */
package io.keycloakpools.userstorage.users;
