/** The shared scenarios with Cognito, and what only Cognito has. */
package io.keycloakpools.it.cognito;
