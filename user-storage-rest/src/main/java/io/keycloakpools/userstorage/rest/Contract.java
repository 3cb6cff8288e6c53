package io.keycloakpools.userstorage.rest;

/** Setting {@code contract}: what an endpoint is asked, and how it answers (docs/move/rest.md). */
enum Contract {
  /** Our own: every question is a POST, every answer says what it means. */
  POOLS,
  /** The published one of the keycloak-user-migration plugin: a user is an address. */
  USER_MIGRATION
}
