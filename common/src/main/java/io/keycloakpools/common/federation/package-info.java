/**
 * What an admin does to all users of a pool at once, by the menu <em>Action</em> of Keycloak's user
 * federation: each kind of pool says whether it may be done.
 */
package io.keycloakpools.common.federation;
