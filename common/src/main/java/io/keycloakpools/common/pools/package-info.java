/**
 * The contract between user pools and identity pools, which know each other through nothing else.
 * Either module may be missing. Calls {@code reference}.
 */
package io.keycloakpools.common.pools;
