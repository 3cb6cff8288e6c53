package io.keycloakpools.userstorage.rules;

import java.util.function.BooleanSupplier;

/** Who checks a password that was typed for a user of a pool. */
public enum PasswordAuthority {
  /** No one: the text is no password, or the user never has one. */
  NOBODY,
  /** The user has a password here; Keycloak checks it next. */
  KEYCLOAK,
  /** The password here is right, but the pool does not serve the application. */
  WRONG_CLIENT,
  DIRECTORY;

  /**
   * Asks the conditions in their order, and each only if the ones before leave it open: they read
   * the database, and the last one hashes the password.
   *
   * @param externalId null if the user does not come from a directory
   * @param password as typed; may be null
   * @param serviceAccount whether the user is the service account of a client
   * @param storedHere whether Keycloak has a password of the user
   * @param served whether the pool serves the application
   * @param rightHere whether the password is the one that Keycloak has
   */
  public static PasswordAuthority of(
      String externalId,
      String password,
      boolean serviceAccount,
      BooleanSupplier storedHere,
      BooleanSupplier served,
      BooleanSupplier rightHere) {
    if (externalId == null
        || password == null
        || !Typed.mayBePassword(password)
        || serviceAccount) {
      return NOBODY;
    }
    if (!storedHere.getAsBoolean()) {
      return DIRECTORY;
    }
    return !served.getAsBoolean() && rightHere.getAsBoolean() ? WRONG_CLIENT : KEYCLOAK;
  }
}
