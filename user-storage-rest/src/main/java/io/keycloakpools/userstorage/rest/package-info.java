/**
 * Any system behind REST as a directory, in one of two contracts: our own, and the one of the
 * keycloak-user-migration plugin. Here are the settings, the calls, and what each answer means;
 * everything a pool does with an answer is in the core.
 */
package io.keycloakpools.userstorage.rest;
