/**
 * Imports, synchronizes and migrates users in Keycloak's database, as the rules decide. Never asks
 * the directory to check a password.
 */
package io.keycloakpools.userstorage.users;
