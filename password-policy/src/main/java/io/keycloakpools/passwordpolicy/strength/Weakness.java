package io.keycloakpools.passwordpolicy.strength;

import com.nulabinc.zxcvbn.Feedback;
import java.util.Arrays;
import java.util.Optional;

/**
 * zxcvbn's warnings and {@link #PERSONAL}. Numbers are parameters of {@code passwordRefused}, where
 * 0 is none.
 */
public enum Weakness {
  TOP_10_PASSWORD(1, Feedback.DICTIONARY_WARNING_PASSWORDS_TOP10),
  TOP_100_PASSWORD(2, Feedback.DICTIONARY_WARNING_PASSWORDS_TOP100),
  VERY_COMMON_PASSWORD(3, Feedback.DICTIONARY_WARNING_PASSWORDS_VERY_COMMON),
  LIKE_A_COMMON_PASSWORD(4, Feedback.DICTIONARY_WARNING_PASSWORDS_SIMILAR),
  SINGLE_WORD(5, Feedback.DICTIONARY_WARNING_ENGLISH_WIKIPEDIA_ITSELF),
  SINGLE_NAME(6, Feedback.DICTIONARY_WARNING_ETC_NAMES_THEMSELVES),
  COMMON_NAME(7, Feedback.DICTIONARY_WARNING_ETC_NAMES_COMMON),
  ROW_OF_KEYS(8, Feedback.SPATIAL_WARNING_STRAIGHT_ROWS_OF_KEYS),
  KEYBOARD_PATTERN(9, Feedback.SPATIAL_WARNING_SHORT_KEYBOARD_PATTERNS),
  REPEATED_CHARACTER(10, Feedback.REPEAT_WARNING_LIKE_AAA),
  REPEATED_PATTERN(11, Feedback.REPEAT_WARNING_LIKE_ABCABCABC),
  SEQUENCE(12, Feedback.SEQUENCE_WARNING_LIKE_ABCOR6543),
  RECENT_YEAR(13, Feedback.REGEX_WARNING_RECENT_YEARS),
  DATE(14, Feedback.DATE_WARNING_DATES),
  /** Username, e-mail address or name; zxcvbn has no warning for these. */
  PERSONAL(15, "");

  private final int number;
  private final String zxcvbnKey;

  Weakness(int number, String zxcvbnKey) {
    this.number = number;
    this.zxcvbnKey = zxcvbnKey;
  }

  public int number() {
    return number;
  }

  static Optional<Weakness> ofZxcvbn(String key) {
    return key.isEmpty()
        ? Optional.empty()
        : Arrays.stream(values()).filter(each -> each.zxcvbnKey.equals(key)).findFirst();
  }
}
