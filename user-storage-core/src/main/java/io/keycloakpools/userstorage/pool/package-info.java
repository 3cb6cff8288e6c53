/**
 * A user pool of a realm, and how it is opened, kept and closed on this node and on the others.
 * Calls the guards and the observers, and knows nothing of users.
 */
package io.keycloakpools.userstorage.pool;
