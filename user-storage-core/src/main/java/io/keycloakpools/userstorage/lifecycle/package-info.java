/** What happens at the start of the server, and when a pool or a realm is saved or deleted. */
package io.keycloakpools.userstorage.lifecycle;
