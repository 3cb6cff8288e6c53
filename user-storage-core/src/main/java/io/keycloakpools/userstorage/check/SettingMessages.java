package io.keycloakpools.userstorage.check;

import io.keycloakpools.common.AdminText;
import io.keycloakpools.userstorage.directory.SettingProblem;
import java.text.MessageFormat;
import java.util.List;
import java.util.function.UnaryOperator;
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
public record SettingMessages(KeycloakSession session, List<ProviderConfigProperty> form) {

  ComponentValidationException refused(SettingProblem problem) {
    return new ComponentValidationException(quoted(text(problem)));
  }

  /** For {@link MessageFormat}: the admin API formats the message; an import logs it as it is. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** What is wrong, and what to do. */
  public String text(SettingProblem problem) {
    AdminText texts = new AdminText(session);
    Stream<String> arguments =
        Stream.concat(
            Stream.of(field(problem.field(), texts::pattern)), problem.arguments().stream());
    return new MessageFormat(texts.pattern(problem.messageKey()), texts.locale())
        .format(arguments.toArray());
  }

  /**
   * The label as the console shows it, and the key.
   *
   * @param texts gives the message of a key, and any other text as it is: labels of an adapter may
   *     be either
   */
  String field(String key, UnaryOperator<String> texts) {
    return form.stream()
        .filter(property -> property.getName().equals(key))
        .findFirst()
        .map(ProviderConfigProperty::getLabel)
        .map(label -> texts.apply(label) + " (" + key + ")")
        .orElse(key);
  }
}
