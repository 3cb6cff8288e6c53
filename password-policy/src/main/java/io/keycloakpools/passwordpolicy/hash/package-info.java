/**
 * Parses and verifies password hashes of other systems; {@link
 * io.keycloakpools.passwordpolicy.hash.ForeignHashes} is the entry. Keycloak types are in the
 * package {@code credential}.
 */
package io.keycloakpools.passwordpolicy.hash;
