package io.keycloakpools.userstorage.observe;

import io.keycloakpools.common.Word;

public enum Step {
  /** Find a user by a name that is unknown in the realm. */
  LOOKUP,
  SIGN_IN,
  /** Set a password here: "forgot password". */
  PASSWORD_SET;

  public String code() {
    return Word.of(this);
  }
}
