/**
 * The npm emulator {@code @simulacrum/auth0-simulator}, an Auth0 written by somebody else than us.
 * Needs Node.js; says so when it is missing.
 */
package io.keycloakpools.harness.auth0;
