package io.keycloakpools.userstorage.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a directory gave no usable answer.
 *
 * @param reason for the log; holds no secret, and is one line: a directory may have written some of
 *     it
 * @param retryAfter when it may answer again, if it said so; a day at most: applications do as they
 *     are told, and more is told by mistake
 */
public record Outage(Kind kind, String reason, Optional<Duration> retryAfter) {

  /** What an outage says of the next question. */
  public enum Kind {
    /**
     * No connection, no answer in time, or a server error: the next question will fare no better.
     */
    DOWN,
    /** Too many requests: the directory is there, and has enough for the moment. */
    BUSY,
    /**
     * An answer that says nothing of the user: wrong settings, missing permissions, or something
     * odd about this one question.
     */
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

  /** {@link Kind#DOWN}. */
  public static Outage down(String reason) {
    return new Outage(Kind.DOWN, reason, Optional.empty());
  }

  /** {@link Kind#BUSY}. */
  public static Outage busy(String reason, Optional<Duration> retryAfter) {
    return new Outage(Kind.BUSY, reason, retryAfter);
  }

  /** {@link Kind#REFUSED}. */
  public static Outage refused(String reason) {
    return new Outage(Kind.REFUSED, reason, Optional.empty());
  }
}
