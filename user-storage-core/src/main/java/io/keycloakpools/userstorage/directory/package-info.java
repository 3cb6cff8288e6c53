/**
 * The port to a system that holds users. It has no Keycloak types, so that adapters stay small and
 * the rules run in unit tests.
 */
@AdapterApi
package io.keycloakpools.userstorage.directory;

import io.keycloakpools.common.AdapterApi;
