package io.keycloakpools.userstorage.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

final class SettingMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Domain (domain): no such host", "it's {0}", "{'{", "''x", "'{0}", "{{x}} 'y'"})
  void anImportLogsWhatTheAdminApiSays(String text) {
    String message = SettingMessages.quoted(text);

    assertThat(MessageFormat.format(message, new Object[0])).isEqualTo(text);
  }

  /** Our own labels are message keys; other adapters' labels may be texts. */
  @ParameterizedTest
  @CsvSource({
    "region, AWS-Region (region)",
    "table, Table of people (table)",
    "unlabelled, unlabelled",
    "unknown, unknown",
  })
  void aFieldIsCalledAsTheFormShowsIt(String key, String shown) {
    SettingMessages messages =
        new SettingMessages(
            null,
            List.of(
                property("region", "cognitoLabel.region"),
                property("table", "Table of people"),
                property("unlabelled", null)));
    Map<String, String> texts = Map.of("cognitoLabel.region", "AWS-Region");

    assertThat(messages.field(key, text -> texts.getOrDefault(text, text))).isEqualTo(shown);
  }

  private static ProviderConfigProperty property(String name, String label) {
    return new ProviderConfigProperty(name, label, null, ProviderConfigProperty.STRING_TYPE, null);
  }
}
