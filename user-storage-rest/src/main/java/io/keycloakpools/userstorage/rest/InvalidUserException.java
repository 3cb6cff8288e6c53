package io.keycloakpools.userstorage.rest;

/** The message names the member, and no data of the user. */
final class InvalidUserException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidUserException(String message) {
    super(message);
  }

  String reason() {
    return "an answer out of order: " + getMessage();
  }
}
