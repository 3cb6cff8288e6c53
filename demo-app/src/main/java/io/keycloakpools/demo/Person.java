package io.keycloakpools.demo;

import io.keycloakpools.simulators.cognito.CognitoUser;

/**
 * Somebody in a directory of the demo.
 *
 * @param note what is special about them
 * @param firstSignIn what the login page answers to the right password, see {@link
 *     Attempt#summary()}
 */
record Person(CognitoUser user, String note, String firstSignIn) {
  static final String PASSWORD = "Open-Sesame-1";

  String username() {
    return user.username();
  }
}
