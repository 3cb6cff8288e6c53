package io.keycloakpools.identitypool.schema;

import java.util.regex.Pattern;

/**
 * Texts of a schema that users read. {@code ${key}} as a whole names a message of the theme.
 * Keycloak's formatters fail on similar texts: {@code AdvancedMessageFormatterMethod} passes all
 * between a leading <code>${</code> and a trailing brace to {@link java.text.MessageFormat}; the
 * consoles cut off the first two characters and the last of any text with <code>${</code>.
 */
public final class ShownTexts {

  private static final String OPENING = "${";

  /** Without characters that {@link java.text.MessageFormat} interprets. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^{}']+}");

  /** An invisible U+2060 WORD JOINER keeps formatters from finding a reference. */
  private static final String APART = "$\u2060{";

  private ShownTexts() {}

  public static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  public static String key(String reference) {
    return reference.substring(OPENING.length(), reference.length() - 1);
  }

  public static boolean isMistakable(String text) {
    return text.contains(OPENING) && !isReference(text);
  }

  public static String drawn(String text) {
    return isMistakable(text) ? text.replace(OPENING, APART) : text;
  }
}
