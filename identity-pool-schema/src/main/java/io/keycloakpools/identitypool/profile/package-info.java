/**
 * The hook into Keycloak's user profile: users of a pool have the attributes of its schemas, and
 * whole documents are validated, wherever a profile is written. Calls {@code rules}, the pools and
 * the schemas.
 */
package io.keycloakpools.identitypool.profile;
