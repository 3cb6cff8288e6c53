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
}
