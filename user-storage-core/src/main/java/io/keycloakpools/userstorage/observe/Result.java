package io.keycloakpools.userstorage.observe;

/** What came of a {@link Step}. */
public enum Result {
  /** Signed in; the directory stays the authority. */
  LINKED,
  /** Signed in, or password set, and moved to Keycloak. */
  MIGRATED,
  /** Signed in with the data of the last time, because the directory gave none. */
  UNCHANGED,
  /** The password was right and the user is disabled in Keycloak. */
  DISABLED_HERE,
  /** Wrong password. */
  REJECTED,
  /** Refused; the reason is that of {@code UnusableReason}. */
  ACCOUNT_UNUSABLE,
  /** Come back later; the reason is the kind of the outage. */
  UNAVAILABLE,
  /** A user of the directory is now a pending user of the realm. */
  IMPORTED,
  /** The user had been imported before. */
  KNOWN,
  /** The directory has nobody of that name. */
  NOT_FOUND,
  /** Answered like {@link #NOT_FOUND}: too many unknown names came from one address. */
  NOT_ASKED,
  /** The name fits several users of the directory. */
  AMBIGUOUS,
  /** A local account is in the way; the reason is the field. */
  CLASH;

  /** Lower case, words joined by underscores. */
  public String code() {
    return Words.code(this);
  }

  /** Whether somebody cannot get in for another reason than a wrong password or name. */
  public boolean isProblem() {
    return this == ACCOUNT_UNUSABLE || this == UNAVAILABLE || this == AMBIGUOUS || this == CLASH;
  }

  /**
   * Whether it is worth a place among the last outcomes. Anybody can type unknown names, and would
   * push out the rest.
   */
  boolean remembered() {
    return this != NOT_FOUND && this != NOT_ASKED && this != KNOWN;
  }
}
