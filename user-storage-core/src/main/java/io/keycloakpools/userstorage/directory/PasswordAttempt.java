package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * One attempt to sign in.
 *
 * @param externalId {@link DirectoryUser#externalId()} of the user who is meant
 * @param loginName {@link DirectoryUser#loginName()} of that user
 * @param password what the person typed
 * @param clientIp the person's address, for the directory's own protection against guessing
 */
public record PasswordAttempt(
    String externalId, String loginName, String password, Optional<String> clientIp) {

  /** Everything but the password. */
  @Override
  public String toString() {
    return "PasswordAttempt[externalId=" + externalId + ", loginName=" + loginName + "]";
  }
}
