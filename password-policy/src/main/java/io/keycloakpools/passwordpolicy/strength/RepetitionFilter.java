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

  private static final int TRIGRAM = 3;

  private final Set<Long> seen = new HashSet<>();

  private RepetitionFilter(Collection<String> known) {
    for (String text : known) {
      for (int start = 0; start + TRIGRAM <= text.length(); start++) {
        seen.add(trigram(text, start));
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
    StringBuilder remainder = new StringBuilder();
    int repeatedUntil = 0;
    for (int at = 0; at < text.length(); at++) {
      if (at + TRIGRAM <= text.length() && !seen.add(trigram(compared, at))) {
        repeatedUntil = at + TRIGRAM;
      }
      if (at >= repeatedUntil && !continuesSequence(text, at)) {
        remainder.append(text.charAt(at));
      }
    }
    return remainder.toString();
  }

  private static boolean continuesSequence(String text, int at) {
    return at >= TRIGRAM
        && step(text, at) == step(text, at - 1)
        && step(text, at - 1) == step(text, at - 2);
  }

  private static int step(String text, int at) {
    return text.charAt(at) - text.charAt(at - 1);
  }

  /** Three characters of 16 bits. */
  private static long trigram(String text, int start) {
    return ((long) text.charAt(start) << 32)
        | ((long) text.charAt(start + 1) << 16)
        | text.charAt(start + 2);
  }
}
