/**
 * What adapters are made of: the time that is left, JSON over Keycloak's own HTTP client, id
 * tokens, a user's data fetched beside the password check. Knows the port and nothing of Keycloak.
 */
@AdapterApi
package io.keycloakpools.userstorage.adapter;

import io.keycloakpools.common.AdapterApi;
