package io.keycloakpools.userstorage.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a directory gave no usable answer.
 *
 * @param reason for the log, without secrets; one line, because the directory may have written part
 *     of it
 * @param retryAfter capped at one day, because clients obey it and longer values are mistakes
 */
public record Outage(Kind kind, String reason, Optional<Duration> retryAfter) {

  public enum Kind {
    /** No connection, a timeout or a server error: the next question will fail too. */
    DOWN,
    /** The directory works, but accepts no more requests for now. */
    BUSY,
    /** Wrong settings, missing permissions, or a problem with this question. */
    REFUSED
  }

  private static final int LONGEST_REASON = 300;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  public Outage {
    String line = LINE_ENDS.matcher(reason).replaceAll(" ");
    reason = line.substring(0, Math.min(line.length(), LONGEST_REASON));
    retryAfter = retryAfter.map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  public static Outage down(String reason) {
    return new Outage(Kind.DOWN, reason, Optional.empty());
  }

  public static Outage busy(String reason, Optional<Duration> retryAfter) {
    return new Outage(Kind.BUSY, reason, retryAfter);
  }

  public static Outage refused(String reason) {
    return new Outage(Kind.REFUSED, reason, Optional.empty());
  }
}
