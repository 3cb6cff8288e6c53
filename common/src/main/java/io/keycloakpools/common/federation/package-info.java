/**
 * Actions on all users of a pool (Keycloak's user federation, menu <em>Action</em>), which each
 * kind of pool permits or refuses.
 */
package io.keycloakpools.common.federation;
