/**
 * A real Keycloak and the people who use it, for tests and the demo; never shipped.
 *
 * <p>This package holds what the others share: child processes, the cache of things that take long
 * to build, JSON over HTTP. {@code server} runs Keycloak, {@code admin} talks to it as an
 * administrator, {@code person} as somebody who signs in, {@code cognito} and {@code auth0} run the
 * peer emulators, {@code node} is what these have in common.
 */
package io.keycloakpools.harness;
