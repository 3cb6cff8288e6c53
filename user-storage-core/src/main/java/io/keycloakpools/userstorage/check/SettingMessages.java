package io.keycloakpools.userstorage.check;

import io.keycloakpools.common.AdminText;
import io.keycloakpools.common.settings.SettingProblem;
import java.text.MessageFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Explains to an admin what is wrong with a setting, in the admin's language, by label and key.
 *
 * <p>Keycloak gets the finished text, because it replaces arguments that are keys of the admin
 * theme, such as a client called {@code local}.
 */
public record SettingMessages(KeycloakSession session, List<ProviderConfigProperty> form) {

  ComponentValidationException refused(SettingProblem problem) {
    return new ComponentValidationException(quoted(text(problem)));
  }

  /**
   * Quoted for {@link MessageFormat}: the admin API formats the message; an import logs it as it
   * is.
   */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  public String text(SettingProblem problem) {
    AdminText texts = new AdminText(session);
    Stream<String> arguments =
        Stream.concat(
            Stream.of(field(problem.field(), texts::pattern)), problem.arguments().stream());
    return new MessageFormat(texts.pattern(problem.messageKey()), texts.locale())
        .format(arguments.toArray());
  }

  /**
   * @param texts gives a key's message, and other text as it is: an adapter's label may be either
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
