package io.keycloakpools.userstorage.directory;

import java.time.Duration;
import java.util.Optional;

/**
 * What a directory says of a password. Each case has one fixed effect: {@code rules.SignInPolicy}.
 */
public sealed interface PasswordCheck {

  /** The password is right and nothing else is asked for. */
  record Accepted(DirectoryUser user) implements PasswordCheck {}

  /**
   * The password is right and nothing else is asked for, but the directory did not give the user's
   * data: too many requests, or an outage of that part.
   *
   * @param externalId whose password it was
   * @param outage why there are no data
   */
  record AcceptedUnseen(String externalId, Outage outage) implements PasswordCheck {}

  /** The password is wrong, or the directory no longer has the user. */
  record Rejected() implements PasswordCheck {}

  /** A password that an administrator set is right, and must be changed before it may be used. */
  record TemporaryPassword(DirectoryUser user) implements PasswordCheck {}

  /**
   * The password is right and the directory asks for a second factor.
   *
   * @param factor the directory's name for it
   */
  record SecondFactorPending(DirectoryUser user, String factor) implements PasswordCheck {}

  /** The account cannot be used whatever the password. */
  record AccountUnusable(UnusableReason reason) implements PasswordCheck {}

  /**
   * The directory refuses to check now: too many requests, or too many failures of this user.
   *
   * @param retryAfter when it may answer again, if it said so
   */
  record Throttled(Optional<Duration> retryAfter) implements PasswordCheck {}

  /** The directory did not check the password. */
  record Unavailable(Outage outage) implements PasswordCheck {}
}
