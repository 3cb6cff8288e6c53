package io.keycloakpools.it;

/** Where in a sign-in a fault strikes, and whose sign-in it is. */
public enum FaultPlace {
  /** The look-up of a person whom Keycloak does not know yet. */
  LOOKUP("look-up (unknown here)"),
  /** The password check of a linked user. */
  PASSWORD("password check (linked)"),
  /** What is fetched beside the password check of a linked user. */
  ROLES_OF_LINKED("roles (linked)"),
  /** What is fetched beside the password check of a pending user. */
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
