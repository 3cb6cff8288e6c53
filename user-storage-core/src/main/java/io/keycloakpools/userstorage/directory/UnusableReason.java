package io.keycloakpools.userstorage.directory;

import java.util.Locale;

/** Why an account cannot be used although it exists. */
public enum UnusableReason {
  /** Switched off in the directory; or deleted in Keycloak while its sign-in ran. */
  DISABLED,
  /** The person has not confirmed the registration. */
  UNCONFIRMED,
  /** The directory demands a new password first. */
  RESET_REQUIRED,
  /** Blocked in the directory. */
  BLOCKED,
  /** The password is known to have leaked. */
  LEAKED_PASSWORD,
  /**
   * The directory locked the account, or the way to it from here, after wrong passwords; this can
   * last for days.
   */
  TOO_MANY_ATTEMPTS,
  /** The account belongs to an identity provider and has no password. */
  EXTERNAL,
  /** The password was temporary and its time is over. */
  TEMPORARY_PASSWORD_EXPIRED,
  /**
   * The password is temporary and the pool's setting {@code temporaryPasswords} is {@code reject}.
   */
  TEMPORARY_PASSWORD,
  /**
   * The directory asks for a second factor and the pool's setting {@code secondFactor} is {@code
   * reject}.
   */
  SECOND_FACTOR,
  /** A rule, trigger or action of the directory refused the sign-in. */
  DENIED,
  /** The name now belongs to another person than the one who was imported. */
  IDENTITY_CHANGED,
  /**
   * The user's tenant has no organization and the pool's setting {@code unknownTenant} is {@code
   * reject}.
   */
  UNKNOWN_TENANT,
  /** The pool does not serve the application that the person signs in to. */
  WRONG_CLIENT,
  /** The identity pool that the person would move into is switched off. */
  IDENTITY_POOL_CLOSED;

  /** The reason as an event detail: lower case, words joined by underscores. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
