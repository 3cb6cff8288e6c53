package io.keycloakpools.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.IDToken;
import org.keycloak.theme.Theme;

/**
 * The texts of the admin theme in the language of who sent the request: that of the token, as
 * Keycloak's admin API has it.
 */
public record AdminText(KeycloakSession session) {

  /** English for whoever has no token that names a language. */
  public Locale locale() {
    return session.getContext().getBearerToken() instanceof IDToken token
            && token.getLocale() != null
        ? Locale.forLanguageTag(token.getLocale())
        : Locale.ENGLISH;
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
