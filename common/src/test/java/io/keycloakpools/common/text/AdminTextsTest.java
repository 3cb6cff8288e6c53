package io.keycloakpools.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminTextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Schema (payloadSchema): none",
        "Domain (domain): no such host",
        "it's {0}",
        "{'{",
        "''x",
        "'{0}",
        "{{x}} 'y'"
      })
  void anImportLogsWhatTheAdminApiSays(String text) {
    String message = AdminTexts.refused(text).getMessage();

    assertThat(message).contains(text.replace("'", "''"));
    assertThat(MessageFormat.format(message, new Object[0])).isEqualTo(text);
  }

  @Test
  void aTextOfTheAdminThemeIsFinishedInEitherNotation() {
    Object[] parameters = {"name", 2};

    assertThat(AdminTexts.format("'{{0}}' needs {{1}}.", parameters, Locale.ENGLISH))
        .isEqualTo("'name' needs 2.");
    assertThat(AdminTexts.format("It''s {0}, {1}.", parameters, Locale.ENGLISH))
        .isEqualTo("It's name, 2.");
    assertThat(AdminTexts.format("no text of ours", parameters, Locale.ENGLISH))
        .isEqualTo("no text of ours");
    assertThat(AdminTexts.format("A realm''s own text, {0", parameters, Locale.ENGLISH))
        .isEqualTo("A realm''s own text, {0");
  }

  @Test
  void aLogLineIsInEnglish() {
    assertThat(AdminTexts.inEnglish().text("poolSettingMapTwice", "Roles (roles)", "admin"))
        .isEqualTo("Roles (roles): There are two lines for \"admin\". Keep one of them.");
    assertThat(AdminTexts.inEnglish().text("Table of people")).isEqualTo("Table of people");
    assertThat(AdminTexts.inEnglish().foreign("usernameExistsMessage")).isEmpty();
  }

  @Test
  void aLanguageWithoutTextsIsShownInEnglish() {
    assertThat(MessageBundles.of(Locale.FRENCH)).isEqualTo(MessageBundles.of(Locale.ENGLISH));
    assertThat(MessageBundles.of(Locale.GERMANY)).isNotEqualTo(MessageBundles.of(Locale.ENGLISH));
  }
}
