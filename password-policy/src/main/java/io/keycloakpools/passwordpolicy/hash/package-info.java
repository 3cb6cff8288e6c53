/**
 * Password hashes that other systems made: parsed from the encodings in use to a {@link
 * io.keycloakpools.passwordpolicy.hash.ForeignHash}, and verified. The entry is {@link
 * io.keycloakpools.passwordpolicy.hash.ForeignHashes}. Plain Java over Bouncy Castle and Jackson;
 * what is Keycloak's is in the package {@code credential}.
 */
package io.keycloakpools.passwordpolicy.hash;
