package io.keycloakpools.passwordpolicy.hash;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processing of a typed password by an old system. A hash does not tell which page set it, and
 * pages differ, so there are several candidates.
 */
enum InputHandling {
  NONE {
    @Override
    List<String> rewritten(String typed) {
      return List.of();
    }
  },

  /**
   * {@code wp_magic_quotes} adds backslashes to forms, and {@code wp_hash_password} trims. The REST
   * API and WP-CLI add no backslashes.
   */
  WORDPRESS {
    @Override
    List<String> rewritten(String typed) {
      return List.of(trim(typed), trim(addSlashes(typed)));
    }
  },

  /**
   * {@code type_cast_helper} escapes HTML and composes characters (NFC); until 3.0, {@code
   * request_var} also trimmed.
   */
  PHPBB {
    @Override
    List<String> rewritten(String typed) {
      String escaped = Normalizer.normalize(htmlSpecialChars(typed), Normalizer.Form.NFC);
      return List.of(escaped, trim(escaped));
    }
  };

  /** The characters that PHP's {@code trim} removes. */
  private static final String PHP_BLANKS = " \t\n\r\0\u000B";

  /** At most three; the typed text is first. */
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

  /** PHP's {@code htmlspecialchars} with {@code ENT_COMPAT}: keeps single quotes. */
  private static String htmlSpecialChars(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
