/**
 * The demo's own pages: a start page, the applications that people sign in to, and the e-mails that
 * the demo caught. The applications are what any web application is to Keycloak: clients that use
 * the authorization code flow with PKCE and show what the ID token says, never a token.
 */
package io.keycloakpools.demo.site;
