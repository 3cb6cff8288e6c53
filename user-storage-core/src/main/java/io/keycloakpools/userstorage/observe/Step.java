package io.keycloakpools.userstorage.observe;

/** What a pool was asked to do. */
public enum Step {
  /** Find a user by a name that nobody in the realm has. */
  LOOKUP,
  /** Check the password of an imported user. */
  SIGN_IN,
  /** Let a person set a password here: "forgot password". */
  PASSWORD_SET;

  /** Lower case, words joined by underscores. */
  public String code() {
    return Words.code(this);
  }
}
