/** Validates settings before they are saved, and says to an admin what is wrong. */
package io.keycloakpools.userstorage.check;
