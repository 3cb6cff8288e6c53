package io.keycloakpools.identitypool.settings;

import io.keycloakpools.identitypool.text.AdminTexts;
import java.util.List;
import java.util.stream.Stream;

/** Texts about the settings of a pool, which call a setting what its form calls it. */
public final class SettingTexts {

  /** The only setting of a component that the console does not show as one of its properties. */
  private static final String NAME = "name";

  private SettingTexts() {}

  /** What is wrong with a setting, as its form calls it. */
  public static String text(AdminTexts texts, InvalidPoolSettingException problem) {
    return text(texts, problem.field(), problem.messageKey(), problem.arguments());
  }

  /** A text about a setting, which is its first parameter. */
  public static String text(
      AdminTexts texts, String field, String messageKey, List<String> arguments) {
    String label =
        PoolProperties.all().stream()
            .filter(property -> property.getName().equals(field))
            .findFirst()
            .map(property -> texts.text(property.getLabel()) + " (" + field + ")")
            .orElse(NAME.equals(field) ? "UI display name (name)" : field);
    return texts.text(messageKey, Stream.concat(Stream.of(label), arguments.stream()).toList());
  }
}
