package io.keycloakpools.userstorage.rest;

/** A user as no contract describes one; the message holds nothing of the user. */
final class InvalidUserException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidUserException(String message) {
    super(message);
  }
}
