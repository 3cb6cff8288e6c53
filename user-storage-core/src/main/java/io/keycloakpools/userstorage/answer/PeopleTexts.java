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

/**
 * What the people of a pool read, in their language: the messages of the login theme with the
 * realm's own texts.
 */
public final class PeopleTexts {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.-]+)}");

  private final Locale locale;
  private final Properties messages;

  private PeopleTexts(Locale locale, Properties messages) {
    this.locale = locale;
    this.messages = messages;
  }

  /**
   * For the person of this request.
   *
   * @param user null while it is not known who it is
   */
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

  /** How people know the directory of a pool. */
  public String nameOf(Pool pool) {
    return localized(pool.config().contact().name().orElse(pool.name()));
  }

  /** A display name that may be a reference to a message, as {@code AdvancedMessageFormatter}. */
  String localized(String displayName) {
    Matcher reference = REFERENCE.matcher(displayName);
    return reference.matches()
        ? messages.getProperty(reference.group(1), reference.group(1))
        : displayName;
  }
}
