/** Identity pools inside a real Keycloak. */
package io.keycloakpools.it.identity;
