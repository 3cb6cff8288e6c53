package io.keycloakpools.common.text;

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

/** The texts of all modules on the class path, without a theme. */
public final class MessageBundles {

  private static final Map<String, Properties> LANGUAGES =
      Map.of("en", bundle(Locale.ENGLISH), "de", bundle(Locale.GERMAN));

  private MessageBundles() {}

  /** The texts of a language, or English ones. */
  static Properties of(Locale locale) {
    return LANGUAGES.getOrDefault(locale.getLanguage(), LANGUAGES.get("en"));
  }

  public static String text(String messageKey, List<String> parameters, Locale locale) {
    String pattern = of(locale).getProperty(messageKey, messageKey);
    return new MessageFormat(pattern, locale).format(parameters.toArray());
  }

  /** Every module has a file of that name, and keys are unique. */
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
