package io.keycloakpools.identitypool.admin;

import io.keycloakpools.identitypool.text.AdminTexts;
import io.keycloakpools.identitypool.text.ConsoleTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * Texts for message keys of Keycloak's user profile and password policies, and of other extensions.
 * Keycloak has some in the admin theme, others in the login theme only.
 */
record KeycloakTexts(KeycloakSession session, AdminTexts texts) {

  /** A key means nothing to an admin. */
  String text(String field, String messageKey, Object[] parameters) {
    return Stream.of(Theme.Type.ADMIN, Theme.Type.LOGIN)
        .flatMap(type -> message(type, messageKey).stream())
        .findFirst()
        .map(text -> ConsoleTexts.format(text, parameters, texts.locale()))
        .orElseGet(() -> texts.text("identityAdminOtherError", field, messageKey));
  }

  private Optional<String> message(Theme.Type type, String key) {
    try {
      return Optional.ofNullable(
          session.theme().getTheme(type).getMessages(texts.locale()).getProperty(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
