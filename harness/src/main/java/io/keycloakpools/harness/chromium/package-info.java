/**
 * A person with a real browser: Chromium without a screen, and the pages of Keycloak's consoles as
 * a person uses them. What needs no JavaScript is quicker with {@link
 * io.keycloakpools.harness.person.Browser}.
 */
package io.keycloakpools.harness.chromium;
