package io.keycloakpools.common.settings;

import java.util.List;

/**
 * A setting that cannot work.
 *
 * @param field key of the setting
 * @param messageKey states problem and remedy; {@code {0}} is the field
 * @param arguments {@code {1}} and following
 */
public record SettingProblem(String field, String messageKey, List<String> arguments) {

  public static SettingProblem of(String field, String messageKey, String... arguments) {
    return new SettingProblem(field, messageKey, List.of(arguments));
  }
}
