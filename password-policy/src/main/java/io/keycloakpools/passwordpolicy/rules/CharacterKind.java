package io.keycloakpools.passwordpolicy.rules;

/**
 * General categories of code points (Unicode Standard, section 4.5). Caseless letters, such as
 * Chinese, marks and format characters are of no kind.
 */
public enum CharacterKind {
  /** Lu, Lt. */
  CAPITAL_LETTER {
    @Override
    boolean has(int type) {
      return type == Character.UPPERCASE_LETTER || type == Character.TITLECASE_LETTER;
    }
  },
  /** Ll. */
  LOWERCASE_LETTER {
    @Override
    boolean has(int type) {
      return type == Character.LOWERCASE_LETTER;
    }
  },
  /** Nd, any script. */
  DIGIT {
    @Override
    boolean has(int type) {
      return type == Character.DECIMAL_DIGIT_NUMBER;
    }
  },
  /** P, S (emoji too), Z. */
  SPECIAL_CHARACTER {
    @Override
    boolean has(int type) {
      return switch (type) {
        case Character.CONNECTOR_PUNCTUATION,
            Character.DASH_PUNCTUATION,
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.INITIAL_QUOTE_PUNCTUATION,
            Character.FINAL_QUOTE_PUNCTUATION,
            Character.OTHER_PUNCTUATION,
            Character.MATH_SYMBOL,
            Character.CURRENCY_SYMBOL,
            Character.MODIFIER_SYMBOL,
            Character.OTHER_SYMBOL,
            Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            true;
        default -> false;
      };
    }
  };

  abstract boolean has(int type);

  public int countIn(String text) {
    return (int) text.codePoints().filter(each -> has(Character.getType(each))).count();
  }
}
