/**
 * Pools as components of Keycloak's user federation, validated when they are saved, and declared in
 * the realm. May call every room below; only {@code admin} calls it.
 */
package io.keycloakpools.identitypool.federation;
