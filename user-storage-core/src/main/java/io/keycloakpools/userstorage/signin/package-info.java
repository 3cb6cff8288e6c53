/** Checks and sets passwords, and says so where the directory keeps the password for good. */
package io.keycloakpools.userstorage.signin;
