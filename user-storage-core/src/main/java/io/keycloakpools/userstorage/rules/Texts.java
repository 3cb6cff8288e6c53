package io.keycloakpools.userstorage.rules;

import java.util.Optional;

/**
 * Which texts of a directory are taken over. People write much of what a directory holds, and not
 * every database takes every character: PostgreSQL refuses NUL, none takes half a surrogate pair.
 */
final class Texts {

  /** Width of Keycloak's columns for usernames, names, addresses and identifiers, in characters. */
  static final int LONGEST_NAME = 255;

  /** Keycloak's own limit for a value of a profile attribute, in characters. */
  static final int LONGEST_VALUE = 2048;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Texts() {}

  /**
   * Whether a text may tell people, roles and the like apart: it has nothing that cannot be seen,
   * or could not be told from another one.
   */
  static boolean isIdentifier(String text) {
    return isShort(text) && text.codePoints().noneMatch(Texts::isHidden);
  }

  /** A name to show, without what cannot be seen; none if nothing is left or it is too long. */
  static Optional<String> name(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST_VALUE).forEach(letter -> show(letter, shown));
    return Optional.of(shown.toString().strip()).filter(Texts::isShort);
  }

  /** Whether a text may become the value of an attribute; it may have several lines. */
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

  /** "General Category" of the Unicode standard: Cc, Cf, Zl, Zp, Cs. */
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
