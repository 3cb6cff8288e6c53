package io.keycloakpools.common;

import java.util.Locale;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;

/** The language of the admin who sent a request. */
public final class AdminLanguage {

  private AdminLanguage() {}

  /**
   * The language that the token names, as in Keycloak's admin API. The lightweight tokens of the
   * console name none: then it is the language that the console itself is shown in ({@code
   * AdminConsole.whoAmI}).
   *
   * @return English if nobody sent a request
   */
  public static Locale of(KeycloakSession session) {
    KeycloakContext context = session.getContext();
    if (context.getBearerToken() instanceof IDToken token && token.getLocale() != null) {
      return Locale.forLanguageTag(token.getLocale());
    }
    if (!(context.getBearerToken() instanceof JsonWebToken token) || context.getUser() == null) {
      return Locale.ENGLISH;
    }
    return session
        .getProvider(LocaleSelectorProvider.class)
        .resolveLocale(AdminRealm.of(session, token), context.getUser());
  }
}
