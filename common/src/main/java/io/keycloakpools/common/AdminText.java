package io.keycloakpools.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Texts of the admin theme in the admin's language. */
public record AdminText(KeycloakSession session) {

  public Locale locale() {
    return AdminLanguage.of(session);
  }

  /** The text as in the bundle, or the key if there is none. */
  public String pattern(String key) {
    try {
      Properties texts = session.theme().getTheme(Theme.Type.ADMIN).getMessages(locale());
      return texts.getProperty(key, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
