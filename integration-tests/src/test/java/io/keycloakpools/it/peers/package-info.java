/**
 * Third-party programs of the tests: the npm emulators of Auth0 and Amazon Cognito ({@code
 * @simulacrum/auth0-simulator}, cognito-local), which need Node.js and report its absence;
 * Prometheus; PostgreSQL from binaries in Maven Central.
 */
package io.keycloakpools.it.peers;
