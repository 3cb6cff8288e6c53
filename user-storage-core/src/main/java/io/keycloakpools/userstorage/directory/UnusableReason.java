package io.keycloakpools.userstorage.directory;

import io.keycloakpools.common.Word;

/** Why an existing account cannot be used. */
public enum UnusableReason {
  /** Disabled in the directory, or deleted in Keycloak during sign-in. */
  DISABLED,
  UNCONFIRMED,
  RESET_REQUIRED,
  BLOCKED,
  LEAKED_PASSWORD,
  /**
   * The directory locked the account, or access to it from here, after wrong passwords; this can
   * last for days.
   */
  TOO_MANY_ATTEMPTS,
  /** The account belongs to an identity provider and has no password. */
  EXTERNAL,
  TEMPORARY_PASSWORD_EXPIRED,
  /** The setting {@code temporaryPasswords} is {@code reject}. */
  TEMPORARY_PASSWORD,
  /** The directory requires a second factor and {@code secondFactor} is {@code reject}. */
  SECOND_FACTOR,
  /** A rule, trigger or action of the directory refused the sign-in. */
  DENIED,
  /** The name now belongs to another person. */
  IDENTITY_CHANGED,
  /** The tenant has no organization and {@code unknownTenant} is {@code reject}. */
  UNKNOWN_TENANT,
  /** The pool does not serve the current application. */
  WRONG_CLIENT,
  /** The identity pool that the user would join is disabled. */
  IDENTITY_POOL_CLOSED;

  /** Event detail: lower case with underscores. */
  public String code() {
    return Word.of(this);
  }
}
