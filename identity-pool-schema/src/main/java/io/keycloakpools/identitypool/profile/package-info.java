/**
 * The hook into Keycloak's user profile: wherever a profile is read or written, a user of a pool
 * has the attributes of the pool's schemas, and whole documents are validated. Users of no pool
 * have Keycloak's own profile. Calls {@code rules}, the pools and the schemas.
 */
package io.keycloakpools.identitypool.profile;
