/** Checks and sets passwords, or says that the directory keeps them for good. */
package io.keycloakpools.userstorage.signin;
