/**
 * A real Keycloak and the people who use it, for tests and the demo; never shipped.
 *
 * <p>This package holds what the others share: child processes, the cache of folders that take long
 * to make, JSON over HTTP. {@code server} runs Keycloak, {@code admin} talks to it as an
 * administrator, {@code person} as a user who signs in, {@code chromium} is a real browser.
 */
package io.keycloakpools.harness;
