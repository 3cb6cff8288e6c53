/**
 * How the settings of a component are read, and how a problem with one is told: by the key of the
 * setting, and by a message with cause and remedy.
 */
@AdapterApi
package io.keycloakpools.common.settings;

import io.keycloakpools.common.AdapterApi;
