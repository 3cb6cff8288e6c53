package io.keycloakpools.identitypool.text;

import io.keycloakpools.common.AdminLanguage;
import java.util.List;
import java.util.Locale;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;

/** Texts for the admin of this request, in the admin's language. */
public record AdminTexts(Locale locale) {

  /** The texts for whoever sent this request; English if nobody did. */
  public static AdminTexts of(KeycloakSession session) {
    return new AdminTexts(AdminLanguage.of(session));
  }

  /** A text of this module. */
  public String text(String messageKey, List<String> parameters) {
    return SchemaMessages.text(messageKey, parameters, locale);
  }

  /** A text of this module. */
  public String text(String messageKey, String... parameters) {
    return text(messageKey, List.of(parameters));
  }

  /**
   * Refuses a component with a text. Keycloak would replace arguments that happen to be keys of the
   * admin theme; so it is given the finished text, quoted for {@link java.text.MessageFormat}: the
   * admin API formats it, and an import logs it as it is.
   */
  public static ComponentValidationException refused(String text) {
    return new ComponentValidationException("'" + text.replace("'", "''") + "'");
  }
}
