/** Reacts to the start of the server, and to saved and deleted pools and realms. */
package io.keycloakpools.userstorage.lifecycle;
