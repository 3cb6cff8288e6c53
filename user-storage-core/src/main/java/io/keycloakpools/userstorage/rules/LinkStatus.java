package io.keycloakpools.userstorage.rules;

import java.util.Locale;
import java.util.Optional;

/** How far a user of a pool has come. Stored in the user attribute {@code userPoolStatus}. */
public enum LinkStatus {
  /** Imported by a look-up; the password was never verified here. */
  PENDING,
  /** Verified at least once; the directory stays the authority. */
  LINKED,
  /** Link cut, password local. */
  MIGRATED;

  /** The value of the attribute. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the attribute; anything else is no status. */
  public static Optional<LinkStatus> of(String code) {
    for (LinkStatus status : values()) {
      if (status.code().equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
