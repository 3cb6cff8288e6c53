package io.keycloakpools.demo;

/**
 * A person in a directory of the demo.
 *
 * @param username as typed at the sign-in
 * @param firstSignIn the login page's answer to the right password, see {@link Attempt#summary()}
 */
record Person<U>(U user, String username, String note, String firstSignIn) {
  static final String PASSWORD = "Open-Sesame-1";
  static final String SIGNED_IN = "signed in";
}
