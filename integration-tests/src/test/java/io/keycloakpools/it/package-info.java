/** The whole pack in a real Keycloak: scenarios for every directory, and their tools. */
package io.keycloakpools.it;
