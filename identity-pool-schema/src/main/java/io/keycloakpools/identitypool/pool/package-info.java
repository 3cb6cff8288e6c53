/**
 * The identity pools of a realm and who may enter which application: {@link
 * io.keycloakpools.identitypool.pool.IdentityPools}. Calls {@code settings} and {@code store}.
 */
package io.keycloakpools.identitypool.pool;
