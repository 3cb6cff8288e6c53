/**
 * How hard a password is to guess: zxcvbn, with a bound on what one password can cost. Plain Java;
 * calls zxcvbn4j and nothing of Keycloak.
 */
package io.keycloakpools.passwordpolicy.strength;
