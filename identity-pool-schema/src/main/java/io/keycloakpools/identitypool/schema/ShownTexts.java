package io.keycloakpools.identitypool.schema;

import java.util.regex.Pattern;

/**
 * Texts of a schema that people read. {@code ${key}} as a whole names a message of the theme.
 * Keycloak's formatters take more for one, and fail: {@code AdvancedMessageFormatterMethod} hands
 * all between a leading <code>${</code> and a trailing brace to {@link java.text.MessageFormat},
 * and the consoles cut off the first two characters and the last of any text with <code>${</code>
 * in it.
 */
public final class ShownTexts {

  private static final String OPENING = "${";

  /** Without what {@link java.text.MessageFormat} gives a meaning to. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^{}']+}");

  /** U+2060 WORD JOINER, which nobody sees, keeps formatters from taking it for a reference. */
  private static final String APART = "$\u2060{";

  private ShownTexts() {}

  /** Whether the text as a whole names a message of the theme. */
  public static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  /** Key of the message that a reference names. */
  public static String key(String reference) {
    return reference.substring(OPENING.length(), reference.length() - 1);
  }

  /** Whether a formatter would take the text for a reference, which it is not. */
  public static boolean isMistakable(String text) {
    return text.contains(OPENING) && !isReference(text);
  }

  /** The text so that all formatters show it as it stands, unless it names a message. */
  public static String drawn(String text) {
    return isMistakable(text) ? text.replace(OPENING, APART) : text;
  }
}
