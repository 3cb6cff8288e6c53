package io.keycloakpools.userstorage;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Domain (domain): no such host", "it's {0}", "{'{", "''x", "'{0}", "{{x}} 'y'"})
  void anImportLogsWhatTheAdminApiSays(String text) {
    String message = SettingMessages.quoted(text);

    assertThat(MessageFormat.format(message, new Object[0])).isEqualTo(text);
  }
}
