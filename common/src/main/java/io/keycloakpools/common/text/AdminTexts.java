package io.keycloakpools.common.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Texts of the admin theme, which has those of every module, in the admin's language. */
public final class AdminTexts {

  private final Supplier<Locale> language;
  private final Optional<KeycloakSession> themes;
  private Optional<Locale> known = Optional.empty();
  private Optional<Properties> admin = Optional.empty();

  private AdminTexts(Supplier<Locale> language, Optional<KeycloakSession> themes) {
    this.language = language;
    this.themes = themes;
  }

  /** Keycloak has no theme for a session without a realm: then the texts are ours alone. */
  public static AdminTexts of(KeycloakSession session) {
    return new AdminTexts(
        () -> AdminLanguage.of(session),
        Optional.of(session).filter(each -> each.getContext().getRealm() != null));
  }

  /** For log lines. */
  public static AdminTexts inEnglish() {
    return new AdminTexts(() -> Locale.ENGLISH, Optional.empty());
  }

  public String text(String key, List<String> arguments) {
    return new MessageFormat(pattern(key), locale()).format(arguments.toArray());
  }

  public String text(String key, String... arguments) {
    return text(key, List.of(arguments));
  }

  /** The text as in the bundle, or the key if there is none. */
  public String pattern(String key) {
    if (admin.isEmpty()) {
      admin =
          Optional.of(
              themes
                  .map(session -> messages(session, Theme.Type.ADMIN))
                  .orElseGet(() -> MessageBundles.of(locale())));
    }
    return admin.orElseThrow().getProperty(key, key);
  }

  /**
   * The text of Keycloak's or of another extension for an error of a user profile or a password
   * policy. Keycloak has some in the admin theme, others in the login theme only.
   *
   * @return empty if no theme knows the key, which means nothing to an admin
   */
  public Optional<String> foreign(String key, Object... arguments) {
    return themes.stream()
        .flatMap(
            session ->
                Stream.of(Theme.Type.ADMIN, Theme.Type.LOGIN)
                    .map(type -> messages(session, type).getProperty(key)))
        .filter(text -> text != null)
        .findFirst()
        .map(text -> format(text, arguments, locale()));
  }

  /** Is looked up when the first text is needed: most answers have none. */
  private Locale locale() {
    if (known.isEmpty()) {
      known = Optional.of(language.get());
    }
    return known.orElseThrow();
  }

  private Properties messages(KeycloakSession session, Theme.Type type) {
    try {
      return session.theme().getTheme(type).getMessages(locale());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Formats a text of either notation: i18next's, as consoles use it, or {@link MessageFormat}. */
  static String format(String text, Object[] arguments, Locale locale) {
    String pattern =
        text.contains("{{") ? text.replace("'", "''").replace("{{", "{").replace("}}", "}") : text;
    try {
      return new MessageFormat(pattern, locale).format(arguments);
    } catch (IllegalArgumentException e) {
      // An admin may have put anything into Realm settings > Localization.
      return text;
    }
  }

  /**
   * Keycloak gets the finished text, because it replaces arguments that are keys of the admin
   * theme, such as a client called {@code local}. The text is quoted for {@link MessageFormat}: the
   * admin API formats it; an import logs it as it is.
   */
  public static ComponentValidationException refused(String text) {
    return new ComponentValidationException("'" + text.replace("'", "''") + "'");
  }
}
