package io.keycloakpools.passwordpolicy.strength;

import com.nulabinc.zxcvbn.Feedback;
import java.util.Arrays;
import java.util.Optional;

/** zxcvbn's suggestions. */
public enum Advice {
  USE_A_FEW_WORDS(Feedback.DEFAULT_SUGGESTIONS_USE_FEW_WORDS),
  NO_NEED_FOR_SYMBOLS(Feedback.DEFAULT_SUGGESTIONS_NO_NEED_SYMBOLS),
  ADD_ANOTHER_WORD(Feedback.EXTRA_SUGGESTIONS_ADD_ANOTHER_WORD),
  CAPITALS_HELP_LITTLE(Feedback.DICTIONARY_SUGGESTIONS_CAPITALIZATION),
  ALL_CAPITALS_HELP_LITTLE(Feedback.DICTIONARY_SUGGESTIONS_ALL_UPPERCASE),
  REVERSING_HELPS_LITTLE(Feedback.DICTIONARY_SUGGESTIONS_REVERSED),
  SUBSTITUTIONS_HELP_LITTLE(Feedback.DICTIONARY_SUGGESTIONS_L33T),
  USE_A_LONGER_KEYBOARD_PATTERN(Feedback.SPATIAL_SUGGESTIONS_USE_LONGER_KEYBOARD_PATTERN),
  AVOID_REPEATS(Feedback.REPEAT_SUGGESTIONS_AVOID_REPEATED_WORDS),
  AVOID_SEQUENCES(Feedback.SEQUENCE_SUGGESTIONS_AVOID_SEQUENCES),
  AVOID_RECENT_YEARS(Feedback.REGEX_SUGGESTIONS_AVOID_RECENT_YEARS),
  AVOID_DATES(Feedback.DATE_SUGGESTIONS_AVOID_DATES);

  private final String zxcvbnKey;

  Advice(String zxcvbnKey) {
    this.zxcvbnKey = zxcvbnKey;
  }

  static Optional<Advice> ofZxcvbn(String key) {
    return Arrays.stream(values()).filter(each -> each.zxcvbnKey.equals(key)).findFirst();
  }
}
