/**
 * Tools for adapters: deadlines, JSON over HTTP, ID tokens, and parallel look-ups. Uses the port
 * and no Keycloak types.
 */
@AdapterApi
package io.keycloakpools.userstorage.adapter;

import io.keycloakpools.common.AdapterApi;
