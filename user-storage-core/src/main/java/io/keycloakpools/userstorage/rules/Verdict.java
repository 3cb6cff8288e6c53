package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;

/** What a password check means for the person who signs in. */
public sealed interface Verdict {

  /**
   * The person is who they say.
   *
   * @param user fresh data from the directory
   * @param then what the person must do before the session begins
   */
  record SignIn(DirectoryUser user, Followup then) implements Verdict {}

  /**
   * The person is who they say, and nothing new is known of them: good enough for whom nothing has
   * to be written, that is a linked user. For anybody else it is {@link TryLater}.
   */
  record SignInUnchanged(Outage outage) implements Verdict {}

  /** Wrong password: Keycloak's own handling, brute-force counter included. */
  record WrongPassword() implements Verdict {}

  /**
   * Refused with a message; no counter moves.
   *
   * @param code the directory's own word for it, if the directory refused; may be empty
   * @param told what the directory tells the person in its own words; may be empty
   */
  record Refused(UnusableReason reason, String code, String told) implements Verdict {
    public Refused(UnusableReason reason) {
      this(reason, "", "");
    }

    /** Without the directory's text, which may repeat what was sent. */
    @Override
    public String toString() {
      return "Refused[" + reason + ", " + code + "]";
    }
  }

  /** Nobody could check: come back later; no counter moves. */
  record TryLater(Outage outage) implements Verdict {}

  /** What a person must do right after the password was found right. */
  enum Followup {
    NOTHING,
    UPDATE_PASSWORD,
    CONFIGURE_TOTP
  }
}
