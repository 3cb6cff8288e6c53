package io.keycloakpools.passwordpolicy.strength;

import com.nulabinc.zxcvbn.Feedback;
import java.util.Arrays;
import java.util.Optional;

/**
 * What makes a password easy to guess: zxcvbn's warnings, and one of ours. The number stands for it
 * in the message {@code passwordRefused}; 0 there stands for none.
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
  /**
   * The username, e-mail address or name of the person; zxcvbn has no warning of its own for it.
   */
  PERSONAL(15, "");

  private final int number;
  private final String zxcvbnKey;

  Weakness(int number, String zxcvbnKey) {
    this.number = number;
    this.zxcvbnKey = zxcvbnKey;
  }

  /** What stands for this weakness in the message: from 1 to the number of weaknesses. */
  public int number() {
    return number;
  }

  static Optional<Weakness> ofZxcvbn(String key) {
    return key.isEmpty()
        ? Optional.empty()
        : Arrays.stream(values()).filter(each -> each.zxcvbnKey.equals(key)).findFirst();
  }
}
