/**
 * Decisions of a user pool: who may sign in, and with which name, attributes, roles and tenants.
 * Plain Java over records; callers convert Keycloak's models.
 */
package io.keycloakpools.userstorage.rules;
