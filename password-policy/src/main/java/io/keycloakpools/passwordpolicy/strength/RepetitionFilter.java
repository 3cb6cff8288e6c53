package io.keycloakpools.passwordpolicy.strength;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Drops known or repeated parts of three or more characters, and continued sequences: {@code
 * passwordpassword} becomes {@code password}, {@code abcdefgh} becomes {@code abc}. Linear time.
 */
final class RepetitionFilter {

  private static final int STRETCH = 3;

  private final Set<Long> seen = new HashSet<>();

  private RepetitionFilter(Collection<String> known) {
    for (String text : known) {
      for (int start = 0; start + STRETCH <= text.length(); start++) {
        seen.add(stretch(text, start));
      }
    }
  }

  /**
   * @param known in lower case
   */
  static String of(String text, Collection<String> known) {
    return new RepetitionFilter(known).in(text);
  }

  private String in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    // A few letters, such as İ, change their length; then case counts.
    String compared = lower.length() == text.length() ? lower : text;
    StringBuilder news = new StringBuilder();
    int repeatedUntil = 0;
    for (int at = 0; at < text.length(); at++) {
      if (at + STRETCH <= text.length() && !seen.add(stretch(compared, at))) {
        repeatedUntil = at + STRETCH;
      }
      if (at >= repeatedUntil && !goesOnASequence(text, at)) {
        news.append(text.charAt(at));
      }
    }
    return news.toString();
  }

  /** Whether the last four characters have equal steps. */
  private static boolean goesOnASequence(String text, int at) {
    return at >= STRETCH
        && step(text, at) == step(text, at - 1)
        && step(text, at - 1) == step(text, at - 2);
  }

  private static int step(String text, int at) {
    return text.charAt(at) - text.charAt(at - 1);
  }

  /** Three characters of 16 bits. */
  private static long stretch(String text, int start) {
    return ((long) text.charAt(start) << 32)
        | ((long) text.charAt(start + 1) << 16)
        | text.charAt(start + 2);
  }
}
