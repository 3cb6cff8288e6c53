/**
 * Auth0 database connections as a directory: settings, calls, meaning of answers. Effects are in
 * the core.
 */
package io.keycloakpools.userstorage.auth0;
