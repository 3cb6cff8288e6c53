package io.keycloakpools.userstorage.rules;

/** Who sets a new password for a user of a pool, and so what is asked before it is stored. */
public enum NewPassword {
  /** The directory keeps the password: nobody sets one here. */
  KEPT_BY_DIRECTORY,
  /** The user proved to read their e-mail: the directory is asked whether it lets them in. */
  BY_USER,
  /** An admin or a script: counts even if the directory cannot be asked. */
  BY_ADMIN;

  /**
   * Says who sets the password.
   *
   * @param migrates whether users of the pool move
   * @param serviceAccount whether the user is the service account of a client, which never moves
   * @param atSignIn whether the request is part of a person's sign-in
   */
  public static NewPassword of(boolean migrates, boolean serviceAccount, boolean atSignIn) {
    if (!migrates || serviceAccount) {
      return KEPT_BY_DIRECTORY;
    }
    return atSignIn ? BY_USER : BY_ADMIN;
  }
}
