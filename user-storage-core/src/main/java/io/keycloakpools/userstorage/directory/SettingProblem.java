package io.keycloakpools.userstorage.directory;

import java.util.List;

/**
 * A setting that cannot work.
 *
 * @param field key of the setting, as in the component's configuration
 * @param messageKey key of the message that says what is wrong and what to do; {@code {0}} in it is
 *     the field
 * @param arguments {@code {1}} and on
 */
public record SettingProblem(String field, String messageKey, List<String> arguments) {

  /** A problem with the arguments of its message. */
  public static SettingProblem of(String field, String messageKey, String... arguments) {
    return new SettingProblem(field, messageKey, List.of(arguments));
  }
}
