package io.keycloakpools.common.text;

import java.util.Locale;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;

public final class AdminLanguage {

  private AdminLanguage() {}

  /**
   * The language of the admin's token, as in Keycloak's admin API. The console's lightweight tokens
   * have none, so the console's language applies ({@code AdminConsole.whoAmI}).
   *
   * @return English without a request
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
