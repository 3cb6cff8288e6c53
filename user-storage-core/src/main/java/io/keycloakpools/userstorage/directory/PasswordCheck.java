package io.keycloakpools.userstorage.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a directory says of a password. Each case has one fixed effect: {@code rules.SignInPolicy}.
 */
public sealed interface PasswordCheck {

  /** A decision for each case. */
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

  /** Decides by the case; a new case does not compile before every decision has it. */
  <R> R fold(Cases<R> cases);

  /** The password is right and nothing else is asked for. */
  record Accepted(DirectoryUser user) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.accepted(this);
    }
  }

  /**
   * The password is right and nothing else is asked for, but the directory did not give the user's
   * data: too many requests, or an outage of that part.
   *
   * @param externalId whose password it was
   * @param outage why there are no data
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

  /** A password that an administrator set is right, and must be changed before it may be used. */
  record TemporaryPassword(DirectoryUser user) implements PasswordCheck {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.temporaryPassword(this);
    }
  }

  /**
   * The password is right and the directory asks for a second factor.
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
   * The account cannot be used whatever the password.
   *
   * @param code the directory's own word for it, for log and event; empty if it has none, or one
   *     that may be something else than a code
   * @param told what the directory tells the person in its own words, for the page only; empty
   *     unless the password was right
   */
  record AccountUnusable(UnusableReason reason, String code, String told) implements PasswordCheck {

    /** A text or a name may repeat what was sent; an error code has no use for more than this. */
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

    /** One line of text without markup; a longer one is cut. */
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

    /** Without the directory's text, which may repeat what was sent. */
    @Override
    public String toString() {
      return "AccountUnusable[" + reason + ", " + code + "]";
    }
  }

  /**
   * The directory refuses to check now: too many requests, or too many failures of this user.
   *
   * @param retryAfter when it may answer again, if it said so
   */
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
