/**
 * Pools as components of Keycloak's user federation: checked when they are saved, and declared to
 * the realm ({@link io.keycloakpools.identitypool.federation.IdentityPoolProviderFactory}). Only
 * {@code admin} calls this room; it may call every other.
 */
package io.keycloakpools.identitypool.federation;
