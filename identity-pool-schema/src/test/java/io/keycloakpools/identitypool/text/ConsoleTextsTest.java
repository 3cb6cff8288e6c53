package io.keycloakpools.identitypool.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ConsoleTextsTest {

  private static final String KEY = ConsoleTexts.key("identitySchemaMaximum");

  private final ConsoleTexts texts = new ConsoleTexts();

  @Test
  void theConsolesFillInTheLimits() {
    assertThat(texts.getMessages("messages", Locale.ENGLISH))
        .containsEntry(KEY, "Please enter {{1}} or less.");
    assertThat(texts.getMessages("messages", Locale.GERMAN))
        .containsEntry(KEY, "Bitte geben Sie {{1}} oder weniger ein.");
  }

  @Test
  void noLanguageIsTakenForAnother() {
    assertThat(texts.getMessages("messages", Locale.FRENCH)).isEmpty();
    assertThat(texts.getMessages("messages", Locale.GERMANY)).isEmpty();
  }

  @Test
  void onlyViolationsAreForTheConsoles() {
    Properties messages = texts.getMessages("messages", Locale.ENGLISH);

    assertThat(messages.stringPropertyNames())
        .isNotEmpty()
        .allMatch(key -> key.startsWith("error-identitySchema"));
    assertThat(texts.getMessages("other", Locale.ENGLISH)).isEmpty();
  }

  @Test
  void aTextOfTheAdminThemeIsFinishedInEitherNotation() {
    Object[] parameters = {"name", 2};

    assertThat(ConsoleTexts.format("'{{0}}' needs {{1}}.", parameters, Locale.ENGLISH))
        .isEqualTo("'name' needs 2.");
    assertThat(ConsoleTexts.format("It''s {0}, {1}.", parameters, Locale.ENGLISH))
        .isEqualTo("It's name, 2.");
    assertThat(ConsoleTexts.format("no text of ours", parameters, Locale.ENGLISH))
        .isEqualTo("no text of ours");
    assertThat(ConsoleTexts.format("A realm''s own text, {0", parameters, Locale.ENGLISH))
        .isEqualTo("A realm''s own text, {0");
  }
}
