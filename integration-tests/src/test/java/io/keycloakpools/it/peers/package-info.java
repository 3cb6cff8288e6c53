/**
 * Programs by other authors that the tests run: the npm emulators of Auth0 and Amazon Cognito
 * ({@code @simulacrum/auth0-simulator}, cognito-local), which need Node.js and say so when it is
 * missing; Prometheus; PostgreSQL from binaries in Maven Central.
 */
package io.keycloakpools.it.peers;
