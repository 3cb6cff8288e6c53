package io.keycloakpools.identitypool.schema;

import java.util.List;
import java.util.Locale;

/**
 * The texts of findings and violations, for answers that no theme draws. Pages take them from the
 * theme, which has the same keys.
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class SchemaMessages {

  private SchemaMessages() {}

  /** A text in a language, in English if we do not have the language. */
  public static String text(String messageKey, List<String> parameters, Locale locale) {
    throw new UnsupportedOperationException(messageKey + parameters + locale);
  }
}
