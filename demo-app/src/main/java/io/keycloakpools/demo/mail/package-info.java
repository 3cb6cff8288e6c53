/** Catches the e-mails of the demo's realm, so that "Forgot Password?" and invitations work. */
package io.keycloakpools.demo.mail;
