package io.keycloakpools.common.text;

import io.keycloakpools.common.settings.SettingProblem;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Explains to an admin what is wrong with a setting, which it names by label and key. */
public record SettingMessages(AdminTexts texts, List<ProviderConfigProperty> form) {

  public static SettingMessages of(KeycloakSession session, List<ProviderConfigProperty> form) {
    return new SettingMessages(AdminTexts.of(session), form);
  }

  public ComponentValidationException refused(SettingProblem problem) {
    return AdminTexts.refused(text(problem));
  }

  public String text(SettingProblem problem) {
    return texts.text(
        problem.messageKey(),
        Stream.concat(
                Stream.of(field(problem.field(), texts::pattern)), problem.arguments().stream())
            .toList());
  }

  /**
   * @param patterns gives a key's message, and other text as it is: an adapter's label may be
   *     either
   */
  String field(String key, UnaryOperator<String> patterns) {
    return form.stream()
        .filter(property -> property.getName().equals(key))
        .findFirst()
        .map(ProviderConfigProperty::getLabel)
        .map(label -> patterns.apply(label) + " (" + key + ")")
        .orElse(key);
  }
}
