package io.keycloakpools.demo;

/** Something that can happen to anybody; its message is all that is shown. */
final class Problem extends RuntimeException {
  Problem(String message) {
    super(message);
  }
}
