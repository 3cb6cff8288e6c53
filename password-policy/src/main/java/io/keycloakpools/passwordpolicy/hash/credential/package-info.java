/**
 * Foreign hashes in Keycloak: as the credentials of its users, behind hash providers, and by a REST
 * endpoint. Whatever imports users goes through {@link
 * io.keycloakpools.passwordpolicy.hash.credential.ForeignCredentials}.
 */
package io.keycloakpools.passwordpolicy.hash.credential;
