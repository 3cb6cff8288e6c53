/**
 * The users of a pool: membership, queries, and the count of users whom another schema would fail.
 * Calls {@code pool}, {@code settings}, {@code attributes}.
 */
package io.keycloakpools.identitypool.members;
