/** The whole pack in a real Keycloak: scenarios that every directory plays, and what they need. */
package io.keycloakpools.it;
