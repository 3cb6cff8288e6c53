/**
 * The demo's own pages: a start page, the applications, and the caught e-mails. The applications
 * are ordinary web clients of Keycloak: authorization code flow with PKCE. They show what the ID
 * token says, never a token.
 */
package io.keycloakpools.demo.site;
