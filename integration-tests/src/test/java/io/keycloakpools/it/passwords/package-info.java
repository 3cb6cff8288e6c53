/** Password policies inside a real Keycloak. */
package io.keycloakpools.it.passwords;
