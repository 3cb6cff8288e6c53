/**
 * The identity pools of a realm: {@link io.keycloakpools.identitypool.pool.IdentityPools} finds
 * them, a component of Keycloak's user federation keeps their settings. Calls the schemas, the
 * documents of users and the password policy.
 */
package io.keycloakpools.identitypool.pool;
