package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.identitypool.text.AdminTexts;
import java.util.List;
import java.util.stream.Stream;

public final class SettingTexts {

  private static final String NAME = "name";

  private SettingTexts() {}

  public static String text(AdminTexts texts, InvalidSettingException invalid) {
    SettingProblem problem = invalid.problem();
    return text(texts, problem.field(), problem.messageKey(), problem.arguments());
  }

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
