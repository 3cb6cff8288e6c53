package io.keycloakpools.simulators.auth0;

/** How an application authenticates at the token endpoint ("Credentials" tab). */
public enum AuthMethod {
  POST,
  BASIC,
  NONE
}
