/**
 * Auth0 database connections as a directory: the settings, the calls, and what each answer means.
 * Everything a pool does with an answer is in the core.
 */
package io.keycloakpools.userstorage.auth0;
