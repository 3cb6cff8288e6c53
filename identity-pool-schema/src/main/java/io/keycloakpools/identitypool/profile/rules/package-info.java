/**
 * The rules of profiles as plain functions: the pool of a user, readers and writers of a field,
 * tolerated errors, and the place of an error. Never calls a Keycloak session.
 */
package io.keycloakpools.identitypool.profile.rules;
