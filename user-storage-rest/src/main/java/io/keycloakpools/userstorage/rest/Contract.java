package io.keycloakpools.userstorage.rest;

/** How an endpoint is asked and how it answers (docs/move/rest.md). */
enum Contract {
  /** Our own: each request is a POST, each answer states its meaning. */
  POOLS,
  /** Published by the keycloak-user-migration plugin: a user is an address. */
  USER_MIGRATION
}
