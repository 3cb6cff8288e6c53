package io.keycloakpools.userstorage;

import io.keycloakpools.common.AdminText;
import io.keycloakpools.userstorage.directory.SettingProblem;
import java.text.MessageFormat;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Says to an admin what is wrong with a setting: in the admin's language, with the field as the
 * form shows it and as the configuration calls it.
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
    AdminText texts = new AdminText(session);
    return new MessageFormat(texts.pattern(problem.messageKey()), texts.locale())
        .format(arguments.toArray());
  }

  private String field(String key) {
    return form.stream()
        .filter(property -> property.getName().equals(key))
        .findFirst()
        .map(property -> property.getLabel() + " (" + key + ")")
        .orElse(key);
  }
}
