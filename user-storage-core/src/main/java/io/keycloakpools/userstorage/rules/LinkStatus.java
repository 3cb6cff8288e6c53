package io.keycloakpools.userstorage.rules;

import io.keycloakpools.common.Word;
import java.util.Optional;

/** Stored in the user attribute {@code userPoolStatus}. */
public enum LinkStatus {
  /** The password was never verified here. */
  PENDING,
  /** Verified; the directory remains authoritative. */
  LINKED,
  /** The link is cut and the password is local. */
  MIGRATED;

  public String code() {
    return Word.of(this);
  }

  public static Optional<LinkStatus> of(String code) {
    for (LinkStatus status : values()) {
      if (status.code().equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
