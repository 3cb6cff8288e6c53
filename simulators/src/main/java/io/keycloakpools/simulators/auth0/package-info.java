/**
 * An Auth0 tenant as a small HTTP server, for tests, the demo and benchmarks: the password and
 * client-credentials grants of the Authentication API, and of the Management API v2 what it takes
 * to read users. It answers as the documentation, the OpenAPI documents and recorded answers of
 * Auth0 say; what they leave open is decided in {@link Undocumented}. It depends on the JDK and
 * Jackson only and knows nothing of Keycloak.
 */
package io.keycloakpools.simulators.auth0;
