/**
 * Foreign hashes in Keycloak: credentials, hash providers, a REST endpoint. Imports of users call
 * {@link io.keycloakpools.passwordpolicy.hash.credential.ForeignCredentials}.
 */
package io.keycloakpools.passwordpolicy.hash.credential;
