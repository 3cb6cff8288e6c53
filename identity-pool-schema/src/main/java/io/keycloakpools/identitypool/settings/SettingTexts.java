package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.common.text.SettingMessages;
import java.util.List;

public final class SettingTexts {

  private static final String NAME = "name";

  private SettingTexts() {}

  public static String text(AdminTexts texts, InvalidSettingException invalid) {
    SettingProblem problem = invalid.problem();
    return text(texts, problem.field(), problem.messageKey(), problem.arguments());
  }

  public static String text(
      AdminTexts texts, String field, String messageKey, List<String> arguments) {
    String named = NAME.equals(field) ? "UI display name (name)" : field;
    return new SettingMessages(texts, PoolProperties.all())
        .text(new SettingProblem(named, messageKey, arguments));
  }
}
