/** The shared scenarios with Auth0, and what only Auth0 has. */
package io.keycloakpools.it.auth0;
