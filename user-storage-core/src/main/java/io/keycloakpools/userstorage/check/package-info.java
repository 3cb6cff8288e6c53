/** Validates settings before they are saved. */
package io.keycloakpools.userstorage.check;
