package io.keycloakpools.passwordpolicy.rules;

/**
 * Kinds of characters that a password may have to contain, by their general category in Unicode
 * (Unicode Standard, section 4.5). A character is a code point. Letters without case, such as
 * Chinese, marks and format characters are of no kind.
 */
public enum CharacterKind {
  /** Upper case and title case: Lu, Lt. */
  CAPITAL_LETTER {
    @Override
    boolean has(int type) {
      return type == Character.UPPERCASE_LETTER || type == Character.TITLECASE_LETTER;
    }
  },
  /** Lower case: Ll. */
  LOWERCASE_LETTER {
    @Override
    boolean has(int type) {
      return type == Character.LOWERCASE_LETTER;
    }
  },
  /** Decimal digits of any script: Nd. */
  DIGIT {
    @Override
    boolean has(int type) {
      return type == Character.DECIMAL_DIGIT_NUMBER;
    }
  },
  /** Punctuation, symbols (emoji too) and spaces: P, S, Z. */
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

  /** How many code points of this kind a text has. */
  public int countIn(String text) {
    return (int) text.codePoints().filter(each -> has(Character.getType(each))).count();
  }
}
