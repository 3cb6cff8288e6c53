package io.keycloakpools.identitypool.text;

import io.keycloakpools.identitypool.schema.SchemaMessages;
import java.util.List;
import java.util.Locale;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.IDToken;

/** Texts for the admin of this request, in the language of the token, as Keycloak's admin API. */
public record AdminTexts(Locale locale) {

  /** The texts for whoever sent this request; English if nobody did. */
  public static AdminTexts of(KeycloakSession session) {
    return new AdminTexts(
        session.getContext().getBearerToken() instanceof IDToken token && token.getLocale() != null
            ? Locale.forLanguageTag(token.getLocale())
            : Locale.ENGLISH);
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
