package io.keycloakpools.passwordpolicy.hash;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an old system did to a typed password before it hashed it. A hash does not say through which
 * of its pages a password came, and not all of them did the same, so that there are a few readings.
 */
enum InputHandling {
  /** The password was hashed as it was typed. */
  NONE {
    @Override
    List<String> rewritten(String typed) {
      return List.of();
    }
  },

  /**
   * WordPress: {@code wp_magic_quotes} puts backslashes into everything that a form sends, its
   * pages hash the password with them, and {@code wp_hash_password} cuts blanks at the ends. Its
   * REST API and WP-CLI set passwords without backslashes.
   */
  WORDPRESS {
    @Override
    List<String> rewritten(String typed) {
      return List.of(trim(typed), trim(addSlashes(typed)));
    }
  },

  /**
   * phpBB: {@code type_cast_helper} puts HTML entities for special characters and composes
   * characters (NFC); until 3.0 {@code request_var} also cut blanks at the ends.
   */
  PHPBB {
    @Override
    List<String> rewritten(String typed) {
      String escaped = Normalizer.normalize(htmlSpecialChars(typed), Normalizer.Form.NFC);
      return List.of(escaped, trim(escaped));
    }
  };

  /** The characters that PHP's {@code trim} cuts. */
  private static final String PHP_BLANKS = " \t\n\r\0\u000B";

  /** What may have been hashed when this was typed: first as it is, at most three in all. */
  List<String> candidates(String typed) {
    return Stream.concat(Stream.of(typed), rewritten(typed).stream()).distinct().toList();
  }

  abstract List<String> rewritten(String typed);

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && PHP_BLANKS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && PHP_BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** PHP's {@code addslashes}. */
  private static String addSlashes(String text) {
    return text.replace("\\", "\\\\")
        .replace("'", "\\'")
        .replace("\"", "\\\"")
        .replace("\0", "\\0");
  }

  /** PHP's {@code htmlspecialchars} with {@code ENT_COMPAT}, which leaves single quotes alone. */
  private static String htmlSpecialChars(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
