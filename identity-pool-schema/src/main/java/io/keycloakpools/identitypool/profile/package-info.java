/**
 * The hook into Keycloak's user profile: wherever a profile is read or written, a user of a pool
 * has the attributes of the pool's schemas, and whole documents are held to them. Users of no pool
 * have the stock profile. Calls the pools and the schemas.
 */
package io.keycloakpools.identitypool.profile;
