/**
 * Identity pools: Keycloak's own users, grouped into pools that each have schemas for user data and
 * metadata, and rules of their own for passwords and registration. Calls the password policy, and
 * nothing else of the pack.
 */
package io.keycloakpools.identitypool;
