package io.keycloakpools.it;

/** The place of a fault in a sign-in, and the kind of user. */
public enum FaultPlace {
  LOOKUP("look-up (unknown here)"),
  PASSWORD("password check (linked)"),
  /** A request beside the password check of a linked user. */
  ROLES_OF_LINKED("roles (linked)"),
  /** A request beside the password check of a pending user. */
  ROLES_OF_PENDING("roles (pending)");

  private final String text;

  FaultPlace(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
