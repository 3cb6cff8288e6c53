package io.keycloakpools.passwordpolicy.strength;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is new in a text: a stretch of three or more characters that was there before, or that an
 * attacker knows anyway, is left out, and so is what goes on a sequence. {@code passwordpassword}
 * becomes {@code password}, {@code abcdefgh} becomes {@code abc}. Upper and lower case are the
 * same. Takes time in proportion to the length.
 */
final class Novelty {

  private static final int STRETCH = 3;

  private final Set<Long> seen = new HashSet<>();

  private Novelty(Collection<String> known) {
    for (String text : known) {
      for (int start = 0; start + STRETCH <= text.length(); start++) {
        seen.add(stretch(text, start));
      }
    }
  }

  /**
   * The text without what it repeats.
   *
   * @param known what counts as said before, in lower case
   */
  static String of(String text, Collection<String> known) {
    return new Novelty(known).in(text);
  }

  private String in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    // A few letters, such as İ, change their length: then upper and lower case stay apart.
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

  /** Whether the last four characters, this one included, have the same step between them. */
  private static boolean goesOnASequence(String text, int at) {
    return at >= STRETCH
        && step(text, at) == step(text, at - 1)
        && step(text, at - 1) == step(text, at - 2);
  }

  private static int step(String text, int at) {
    return text.charAt(at) - text.charAt(at - 1);
  }

  /** Three characters of 16 bits as one number. */
  private static long stretch(String text, int start) {
    return ((long) text.charAt(start) << 32)
        | ((long) text.charAt(start + 1) << 16)
        | text.charAt(start + 2);
  }
}
