package io.keycloakpools.userstorage.observe;

import io.keycloakpools.common.Word;

public enum Result {
  /** Signed in; the directory remains authoritative. */
  LINKED,
  /** Moved to Keycloak at sign-in or by a new password. */
  MIGRATED,
  /** Signed in with stored data, because the directory sent none. */
  UNCHANGED,
  /** The password is right, but the user is disabled in Keycloak. */
  DISABLED_HERE,
  REJECTED,
  /** The reason is that of {@code UnusableReason}. */
  ACCOUNT_UNUSABLE,
  /** The reason is the kind of the outage. */
  UNAVAILABLE,
  IMPORTED,
  KNOWN,
  NOT_FOUND,
  /** Answered like {@link #NOT_FOUND}: one address sent too many unknown names. */
  NOT_ASKED,
  AMBIGUOUS,
  /** A local account prevents the import; the reason is the field. */
  CLASH;

  public String code() {
    return Word.of(this);
  }

  /** Whether sign-in fails for a reason other than a wrong password or name. */
  public boolean isProblem() {
    return this == ACCOUNT_UNUSABLE || this == UNAVAILABLE || this == AMBIGUOUS || this == CLASH;
  }

  /** Anybody can type unknown names, which would displace other outcomes. */
  boolean remembered() {
    return this != NOT_FOUND && this != NOT_ASKED && this != KNOWN;
  }
}
