package io.keycloakpools.userstorage.rest;

/** A user as no contract describes one; the message names the member and nothing of the user. */
final class InvalidUserException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidUserException(String message) {
    super(message);
  }

  /** For the log. */
  String reason() {
    return "an answer out of order: " + getMessage();
  }
}
