package io.keycloakpools.identitypool.text;

import io.keycloakpools.common.AdminLanguage;
import java.util.List;
import java.util.Locale;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;

public record AdminTexts(Locale locale) {

  public static AdminTexts of(KeycloakSession session) {
    return new AdminTexts(AdminLanguage.of(session));
  }

  public String text(String messageKey, List<String> parameters) {
    return MessageBundles.text(messageKey, parameters, locale);
  }

  public String text(String messageKey, String... parameters) {
    return text(messageKey, List.of(parameters));
  }

  /**
   * Keycloak would replace arguments that happen to be keys of the admin theme, so the text is
   * finished. It is quoted for {@link java.text.MessageFormat}: the admin API formats it; an import
   * logs it unchanged.
   */
  public static ComponentValidationException refused(String text) {
    return new ComponentValidationException("'" + text.replace("'", "''") + "'");
  }
}
