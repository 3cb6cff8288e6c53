package io.keycloakpools.identitypool.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminTextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Schema (payloadSchema): none", "it's {0}", "{'{", "''x", "'{0}", "{{x}} 'y'"})
  void anImportLogsWhatTheAdminApiSays(String text) {
    String message = AdminTexts.refused(text).getMessage();

    assertThat(message).contains(text.replace("'", "''"));
    assertThat(MessageFormat.format(message, new Object[0])).isEqualTo(text);
  }
}
