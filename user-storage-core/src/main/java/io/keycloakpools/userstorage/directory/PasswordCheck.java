package io.keycloakpools.userstorage.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A directory's answer. {@code rules.SignInPolicy} maps each case to one effect. */
public sealed interface PasswordCheck {

  interface Cases<R> {

    R accepted(Accepted answer);

    R acceptedUnseen(AcceptedUnseen answer);

    R rejected(Rejected answer);

    R temporaryPassword(TemporaryPassword answer);

    R secondFactorPending(SecondFactorPending answer);

    R accountUnusable(AccountUnusable answer);

    R throttled(Throttled answer);

    R unavailable(Unavailable answer);
  }

  /** Decides by case; the compiler requires all of them. */
  <R> R fold(Cases<R> cases);

  /** The password is right and nothing else is required. */
  record Accepted(DirectoryUser user) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.accepted(this);
    }
  }

  /**
   * Like {@link Accepted}, but without user data: too many requests, or a partial outage.
   *
   * @param externalId owner of the password
   */
  record AcceptedUnseen(String externalId, Outage outage) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.acceptedUnseen(this);
    }
  }

  /** The password is wrong, or the directory no longer has the user. */
  record Rejected() implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.rejected(this);
    }
  }

  /** The password is right, but an administrator set it and it must be changed before use. */
  record TemporaryPassword(DirectoryUser user) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.temporaryPassword(this);
    }
  }

  /**
   * The password is right and the directory requires a second factor.
   *
   * @param factor the directory's name for it
   */
  record SecondFactorPending(DirectoryUser user, String factor) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.secondFactorPending(this);
    }
  }

  /**
   * The account cannot be used, whatever the password.
   *
   * @param code the directory's error code, for log and event; empty if there is none, or if it may
   *     be something else
   * @param told the directory's message for the page; empty unless the password was right
   */
  record AccountUnusable(UnusableReason reason, String code, String told) implements PasswordCheck {

    /** Other texts may echo the request. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private static final int LONGEST_TEXT = 200;

    public AccountUnusable {
      code = CODE.matcher(code).matches() ? code : "";
      told = line(told);
    }

    public AccountUnusable(UnusableReason reason) {
      this(reason, "", "");
    }

    public AccountUnusable(UnusableReason reason, String code) {
      this(reason, code, "");
    }

    /** Removes markup and line breaks, and truncates. */
    private static String line(String text) {
      String plain = text.replaceAll("[<>&\\p{C}\\p{Z}]+", " ").strip();
      return plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
          ? plain
          : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "\u2026";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.accountUnusable(this);
    }

    /** Omits the directory's message, which may echo the request. */
    @Override
    public String toString() {
      return "AccountUnusable[" + reason + ", " + code + "]";
    }
  }

  /** The directory refuses to check now: too many requests, or too many failures of this user. */
  record Throttled(Optional<Duration> retryAfter) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.throttled(this);
    }
  }

  /** The directory did not check the password. */
  record Unavailable(Outage outage) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unavailable(this);
    }
  }
}
