/**
 * Settings of a component. A {@code Setting} states key, label, help text, default and reader in
 * one place; a {@code SettingProblem} names the key, and a message with cause and remedy. Calls no
 * other room.
 */
@AdapterApi
package io.keycloakpools.common.settings;

import io.keycloakpools.common.AdapterApi;
