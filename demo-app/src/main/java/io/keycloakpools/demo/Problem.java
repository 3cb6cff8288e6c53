package io.keycloakpools.demo;

/** An expected failure; its message is all that is shown. */
final class Problem extends RuntimeException {
  Problem(String message) {
    super(message);
  }
}
