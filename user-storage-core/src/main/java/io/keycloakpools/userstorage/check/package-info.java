/** Validates settings before they are saved, and explains to an admin what is wrong. */
package io.keycloakpools.userstorage.check;
