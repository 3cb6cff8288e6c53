package io.keycloakpools.userstorage.answer;

import io.keycloakpools.userstorage.pool.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Texts in the user's language: the login theme's messages with the realm's own. */
public final class PeopleTexts {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.-]+)}");

  private final Locale locale;
  private final Properties messages;

  private PeopleTexts(Locale locale, Properties messages) {
    this.locale = locale;
    this.messages = messages;
  }

  /** Texts for this request; {@code user} is null while unknown. */
  public static PeopleTexts of(KeycloakSession session, RealmModel realm, UserModel user) {
    Locale locale = session.getContext().resolveLocale(user);
    try {
      Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
      return new PeopleTexts(locale, theme.getEnhancedMessages(realm, locale));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String key, Object... arguments) {
    return new MessageFormat(messages.getProperty(key, key), locale).format(arguments);
  }

  /** The name by which users know the pool's directory. */
  public String nameOf(Pool pool) {
    return localized(pool.config().contact().name().orElse(pool.name()));
  }

  /** Resolves a reference to a message, as {@code AdvancedMessageFormatter} does. */
  String localized(String displayName) {
    Matcher reference = REFERENCE.matcher(displayName);
    return reference.matches()
        ? messages.getProperty(reference.group(1), reference.group(1))
        : displayName;
  }
}
