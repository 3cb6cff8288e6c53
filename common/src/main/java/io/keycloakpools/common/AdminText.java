package io.keycloakpools.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** The texts of the admin theme in the language of the admin who sent the request. */
public record AdminText(KeycloakSession session) {

  /** The language of the texts. */
  public Locale locale() {
    return AdminLanguage.of(session);
  }

  /** The text as it is written in the bundle; the key itself if there is none. */
  public String pattern(String key) {
    try {
      Properties texts = session.theme().getTheme(Theme.Type.ADMIN).getMessages(locale());
      return texts.getProperty(key, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
