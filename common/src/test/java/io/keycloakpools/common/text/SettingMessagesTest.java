package io.keycloakpools.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.SettingProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.provider.ProviderConfigProperty;

final class SettingMessagesTest {
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

  @Test
  void aMessageNamesTheSettingFirst() {
    SettingMessages messages =
        new SettingMessages(AdminTexts.inEnglish(), List.of(property("url", "Its address")));

    assertThat(messages.text(SettingProblem.of("url", "poolSettingNumber", "x", "1", "9")))
        .isEqualTo("Its address (url): \"x\" is not a whole number from 1 to 9.");
  }

  private static ProviderConfigProperty property(String name, String label) {
    return new ProviderConfigProperty(name, label, null, ProviderConfigProperty.STRING_TYPE, null);
  }
}
