/** Settings of a user pool: their form, reading and validation. Adapters use the same reader. */
@AdapterApi
package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.AdapterApi;
