/**
 * Identity pools: Keycloak's own users in pools, each with schemas for user data and metadata, and
 * with rules for passwords and registration. Calls {@code common} and the password policy.
 */
package io.keycloakpools.identitypool;
