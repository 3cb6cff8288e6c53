/**
 * The settings of a user pool: what the admin console shows, how the stored text is read, and what
 * is refused when it is saved. Adapters read their own settings through the same reader.
 */
@AdapterApi
package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.AdapterApi;
