package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.directory.SettingProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keycloak.theme.Theme;

/**
 * Says to an admin what is wrong with a setting: in the language of the admin's token, as
 * Keycloak's admin API does, with the field as the form shows it and as the configuration calls it.
 *
 * <p>Keycloak itself would replace any argument that happens to be a key of the admin theme, such
 * as a client that is called {@code local}; so it is given the finished text.
 */
record SettingMessages(KeycloakSession session, List<ProviderConfigProperty> form) {

  ComponentValidationException refused(SettingProblem problem) {
    return new ComponentValidationException(quoted(text(problem)));
  }

  /** For {@link MessageFormat}: the admin API formats the message; an import logs it as it is. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** What is wrong, and what to do. */
  String text(SettingProblem problem) {
    Stream<String> arguments =
        Stream.concat(Stream.of(field(problem.field())), problem.arguments().stream());
    return new MessageFormat(pattern(problem.messageKey()), locale()).format(arguments.toArray());
  }

  private String field(String key) {
    return form.stream()
        .filter(property -> property.getName().equals(key))
        .findFirst()
        .map(property -> property.getLabel() + " (" + key + ")")
        .orElse(key);
  }

  private String pattern(String key) {
    try {
      Theme theme = session.theme().getTheme(Theme.Type.ADMIN);
      return theme.getMessages(locale()).getProperty(key, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Locale locale() {
    return session.getContext().getBearerToken() instanceof IDToken token
            && token.getLocale() != null
        ? Locale.forLanguageTag(token.getLocale())
        : Locale.ENGLISH;
  }
}
