/** A real Keycloak, and the people who use it: runtime, browser, direct grant. Never shipped. */
package io.keycloakpools.harness;
