/**
 * Any system behind REST as a directory, in our own contract or that of the keycloak-user-migration
 * plugin. Effects are in the core.
 */
package io.keycloakpools.userstorage.rest;
