package io.keycloakpools.demo;

/**
 * Somebody in a directory of the demo.
 *
 * @param user as the simulated directory has them
 * @param username what they type
 * @param note what is special about them
 * @param firstSignIn what the login page answers to the right password, see {@link
 *     Attempt#summary()}
 */
record Person<U>(U user, String username, String note, String firstSignIn) {
  static final String PASSWORD = "Open-Sesame-1";
  static final String SIGNED_IN = "signed in";
}
