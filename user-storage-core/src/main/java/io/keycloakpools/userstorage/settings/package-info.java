/**
 * Settings of a user pool: each one with its form and its reader ({@code SharedSettings}), and
 * their values together ({@code UserPoolConfig}). Calls {@code rules}.
 */
@AdapterApi
package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.AdapterApi;
