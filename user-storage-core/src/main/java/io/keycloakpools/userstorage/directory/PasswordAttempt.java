package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * One attempt to sign in.
 *
 * @param externalId {@link DirectoryUser#externalId()} of the intended user
 * @param loginName {@link DirectoryUser#loginName()} of that user
 * @param clientIp for the directory's own protection against guessing
 */
public record PasswordAttempt(
    String externalId, String loginName, String password, Optional<String> clientIp) {

  /** Omits the password. */
  @Override
  public String toString() {
    return "PasswordAttempt[externalId=" + externalId + ", loginName=" + loginName + "]";
  }
}
