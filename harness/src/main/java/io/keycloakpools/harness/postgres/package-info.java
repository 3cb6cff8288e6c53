/** PostgreSQL as a server for tests, from binaries in Maven Central. */
package io.keycloakpools.harness.postgres;
