package io.keycloakpools.userstorage.rules;

import java.util.Optional;

/**
 * Selects storable texts. People write much of a directory's data; PostgreSQL refuses NUL, and no
 * database accepts half a surrogate pair.
 */
final class Texts {

  /** Width of Keycloak's columns for names, addresses and identifiers, in characters. */
  static final int LONGEST_NAME = 255;

  /** Keycloak's limit for a profile attribute, in characters. */
  static final int LONGEST_VALUE = 2048;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Texts() {}

  /** No hidden character may make it look like another. */
  static boolean isIdentifier(String text) {
    return isShort(text) && text.codePoints().noneMatch(Texts::isHidden);
  }

  /** Removes hidden characters; empty if nothing is left or it is too long. */
  static Optional<String> name(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST_VALUE).forEach(letter -> show(letter, shown));
    return Optional.of(shown.toString().strip()).filter(Texts::isShort);
  }

  /** The text may have several lines. */
  static boolean isValue(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_VALUE
        && text.codePoints().noneMatch(letter -> isHidden(letter) && !mayStandInValue(letter));
  }

  private static boolean isShort(String text) {
    return !text.isBlank() && text.length() <= LONGEST_NAME;
  }

  private static void show(int letter, StringBuilder into) {
    if (!isHidden(letter) || letter == ZERO_WIDTH_JOINER || letter == ZERO_WIDTH_NON_JOINER) {
      into.appendCodePoint(letter);
    } else if (Character.isWhitespace(letter)) {
      into.append(' ');
    }
  }

  private static boolean mayStandInValue(int letter) {
    return letter == '\n'
        || letter == '\r'
        || letter == '\t'
        || Character.getType(letter) == Character.FORMAT;
  }

  /** Unicode general categories Cc, Cf, Zl, Zp and Cs. */
  private static boolean isHidden(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
