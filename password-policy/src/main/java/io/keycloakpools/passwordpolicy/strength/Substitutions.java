package io.keycloakpools.passwordpolicy.strength;

import com.nulabinc.zxcvbn.matchers.L33tMatcher;
import java.util.List;
import java.util.Map;

/**
 * Symbols for letters, such as @ for a. zxcvbn4j looks a text up for every reading ({@code
 * L33tSubDict}), and readings multiply: 128 characters with all symbols took 9.7 seconds.
 */
final class Substitutions {

  private static final int MAX_READINGS = 8;

  /** Each symbol and, below it, one with the same letters. Digits stay. */
  private static final String SYMBOLS = "@{[<!|$+";

  private static final String SAME_LETTERS = "4(((1157";

  private static final L33tMatcher MATCHER = new L33tMatcher(null, Map.of());

  private Substitutions() {}

  /** Symbols for the same letter become one, so a word among many symbols is still found. */
  static String withFewReadings(String text) {
    if (readings(text) <= MAX_READINGS) {
      return text;
    }
    StringBuilder fewer = new StringBuilder(text);
    for (int at = 0; at < fewer.length(); at++) {
      int symbol = SYMBOLS.indexOf(fewer.charAt(at));
      if (symbol >= 0) {
        fewer.setCharAt(at, SAME_LETTERS.charAt(symbol));
      }
    }
    return fewer.toString();
  }

  static long readings(String text) {
    return MATCHER.relevantL33tSubTable(text).values().stream()
        .mapToLong(List::size)
        .reduce(1, (ways, more) -> ways * more);
  }
}
