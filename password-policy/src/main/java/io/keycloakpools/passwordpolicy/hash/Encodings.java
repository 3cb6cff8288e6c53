package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Refuses invalid text as malformed. */
final class Encodings {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** bcrypt's alphabet; the order of bits is the standard one. */
  private static final String BCRYPT =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Encodings() {}

  /**
   * Accepts the standard alphabet, the URL alphabet and passlib's, which has {@code .} for {@code
   * +}, with or without padding.
   */
  static Bytes base64(String where, String text) {
    try {
      return Bytes.of(
          Base64.getDecoder()
              .decode(withoutPadding(text).replace('.', '+').replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      throw malformed(where);
    }
  }

  static Bytes hex(String where, String text) {
    if (!HEX.matcher(text).matches()) {
      throw malformed(where);
    }
    return Bytes.of(HexFormat.of().parseHex(text));
  }

  /** At most one of them has this length. */
  static Bytes hexOrBase64(String where, String text, int length) {
    return text.length() == 2L * length && isHex(text) ? hex(where, text) : base64(where, text);
  }

  /** Removes blanks, line ends and a byte order mark, which files add. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == BYTE_ORDER_MARK;
  }

  static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  static Bytes bcryptBase64(String where, String text) {
    return base64(where, translate(where, text, BCRYPT, STANDARD));
  }

  static String bcryptBase64(Bytes bytes) {
    return translate("bcrypt", bytes.unpaddedBase64(), STANDARD, BCRYPT);
  }

  static long number(String where, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw malformed(where);
    }
    return Long.parseLong(text);
  }

  static RefusedHashException malformed(String where) {
    return new RefusedHashException(Reason.MALFORMED, where);
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String translate(String where, String text, String from, String to) {
    StringBuilder translated = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = from.indexOf(text.charAt(i));
      if (at < 0) {
        throw malformed(where);
      }
      translated.append(to.charAt(at));
    }
    return translated.toString();
  }
}
