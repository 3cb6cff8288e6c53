package io.keycloakpools.identitypool.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Texts for answers without a theme. Pages take them from the theme, under the same keys. */
public final class MessageBundles {

  private static final Map<String, Properties> LANGUAGES =
      Map.of("en", bundle(Locale.ENGLISH), "de", bundle(Locale.GERMAN));

  private MessageBundles() {}

  public static String text(String messageKey, List<String> parameters, Locale locale) {
    Properties bundle = LANGUAGES.getOrDefault(locale.getLanguage(), LANGUAGES.get("en"));
    String pattern = bundle.getProperty(messageKey);
    return pattern == null
        ? messageKey
        : new MessageFormat(pattern, locale).format(parameters.toArray());
  }

  /**
   * All texts of a language on the class path: every module has a file of that name, and keys are
   * unique.
   */
  public static Properties bundle(Locale locale) {
    Properties all = new Properties();
    String name = "theme-resources/messages/messages_" + locale + ".properties";
    try {
      for (URL file : Collections.list(MessageBundles.class.getClassLoader().getResources(name))) {
        try (InputStreamReader reader =
            new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
          all.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
