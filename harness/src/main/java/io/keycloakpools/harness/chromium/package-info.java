/**
 * A real browser: headless Chromium, and the pages of Keycloak's consoles. {@link
 * io.keycloakpools.harness.person.Browser} is quicker where no JavaScript is needed.
 */
package io.keycloakpools.harness.chromium;
