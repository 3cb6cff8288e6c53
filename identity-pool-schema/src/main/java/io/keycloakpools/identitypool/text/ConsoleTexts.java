package io.keycloakpools.identitypool.text;

import io.keycloakpools.common.text.MessageBundles;
import java.io.InputStream;
import java.net.URL;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeResourceProvider;
import org.keycloak.theme.ThemeResourceProviderFactory;

/**
 * Gives the consoles the texts of profile errors. They fill in limits with i18next, {@code {{1}}};
 * login pages with {@link MessageFormat}, {@code {1}}. Keycloak's themes contain their errors
 * twice; ours are converted, under keys of their own, for every language.
 */
public final class ConsoleTexts implements ThemeResourceProvider, ThemeResourceProviderFactory {

  private static final String BUNDLE = "messages";
  private static final String VIOLATION = "identitySchema";

  private static final String PREFIX = "error-";

  private static final Object[] PLACEHOLDERS =
      IntStream.range(0, 10).mapToObj(number -> "{{" + number + "}}").toArray();

  public static String key(String messageKey) {
    return PREFIX + messageKey;
  }

  @Override
  public Properties getMessages(String baseBundlename, Locale locale) {
    Properties derived = new Properties();
    if (baseBundlename.equals(BUNDLE)) {
      Properties texts = MessageBundles.bundle(locale);
      texts.stringPropertyNames().stream()
          .filter(key -> key.startsWith(VIOLATION))
          .forEach(key -> derived.setProperty(key(key), ofConsole(texts.getProperty(key), locale)));
    }
    return derived;
  }

  private static String ofConsole(String text, Locale locale) {
    return new MessageFormat(text, locale).format(PLACEHOLDERS);
  }

  @Override
  public URL getTemplate(String name) {
    return null;
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    return null;
  }

  @Override
  public ThemeResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public String getId() {
    return "identity-pool-console-texts";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
