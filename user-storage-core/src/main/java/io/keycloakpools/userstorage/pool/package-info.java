/**
 * How this node opens, keeps and closes the user pools of a realm, and tells the other nodes. Calls
 * the guards and the observers; knows nothing of users.
 */
package io.keycloakpools.userstorage.pool;
