package io.keycloakpools.userstorage.rules;

/** What becomes of the password with which a user moves. */
public enum MovingPassword {
  /** It is stored. */
  STORE,
  /** It is stored and must be changed at once. */
  STORE_AND_REQUIRE_CHANGE,
  /** It is refused; the user can choose another one. */
  REFUSE;

  /**
   * Decides about a password that the directory accepted. It is stored even if it breaks the local
   * policy: its owner knows no other, and a refusal would lock them out.
   */
  public static MovingPassword verified(boolean keepsPolicy) {
    return keepsPolicy ? STORE : STORE_AND_REQUIRE_CHANGE;
  }

  /** Decides about a password that a user or an admin chooses here. */
  public static MovingPassword chosen(boolean keepsPolicy) {
    return keepsPolicy ? STORE : REFUSE;
  }
}
