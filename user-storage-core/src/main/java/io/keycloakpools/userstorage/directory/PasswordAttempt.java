package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * One attempt to sign in.
 *
 * @param externalId {@link DirectoryUser#externalId()} of the intended user
 * @param loginName {@link DirectoryUser#loginName()} of that user
 * @param clientIp for the directory's own protection against guessing
 * @param lookedUp the user as a look-up of this request found them, so that the adapter need not
 *     ask again; empty if the account was found in Keycloak
 */
public record PasswordAttempt(
    String externalId,
    String loginName,
    String password,
    Optional<String> clientIp,
    Optional<DirectoryUser> lookedUp) {

  /**
   * Drops a user with another identifier or login name: the password is checked by these, and may
   * be right for another person.
   */
  public PasswordAttempt {
    lookedUp =
        lookedUp.filter(
            user -> user.externalId().equals(externalId) && user.loginName().equals(loginName));
  }

  public PasswordAttempt(
      String externalId, String loginName, String password, Optional<String> clientIp) {
    this(externalId, loginName, password, clientIp, Optional.empty());
  }

  /** Omits the password and the user's data. */
  @Override
  public String toString() {
    return "PasswordAttempt[externalId=" + externalId + ", loginName=" + loginName + "]";
  }
}
