/**
 * What a user pool decides: who may sign in, which name, attributes, roles and tenant a person gets
 * here. Plain Java over records; the edge package turns Keycloak's models into these records and
 * back.
 */
package io.keycloakpools.userstorage.rules;
