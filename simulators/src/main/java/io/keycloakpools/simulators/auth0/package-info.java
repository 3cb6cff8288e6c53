/**
 * An Auth0 tenant as a small HTTP server: the password and client-credentials grants of the
 * Authentication API, and the user reads of the Management API v2. It answers as Auth0's
 * documentation, OpenAPI documents and recorded answers say; {@link Undocumented} decides the rest.
 */
package io.keycloakpools.simulators.auth0;
