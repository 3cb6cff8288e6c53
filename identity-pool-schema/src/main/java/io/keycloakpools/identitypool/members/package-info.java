/**
 * The users of a pool: membership, queries, and how many users another schema would reject. Calls
 * {@code pool}, {@code settings}, {@code attributes}.
 */
package io.keycloakpools.identitypool.members;
