package io.keycloakpools.userstorage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.UnusableReason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MessagesTest {

  private static final Map<String, String> ENGLISH = messages("en");
  private static final Map<String, String> GERMAN = messages("de");
  private static final String REFUSED = "userPoolRefused.";

  private static final Pattern KEY =
      Pattern.compile("\"(userPool(?:Setting\\w+|TryLater|PasswordIsElsewhere|Refused\\.\\w+))\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(GERMAN.keySet()).isEqualTo(ENGLISH.keySet());
  }

  @Test
  void theCodeUsesEveryMessageAndNoOther() {
    Set<String> used = keysInCode();
    Stream.of(UnusableReason.values()).map(reason -> REFUSED + reason.code()).forEach(used::add);

    assertThat(ENGLISH.keySet()).isEqualTo(used);
  }

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void everyReasonIsPutIntoWords(UnusableReason reason) {
    assertThat(ENGLISH).containsKey(REFUSED + reason.code());
    assertThat(GERMAN).containsKey(REFUSED + reason.code());
  }

  static Stream<Arguments> pairs() {
    return ENGLISH.keySet().stream()
        .map(key -> Arguments.of(key, ENGLISH.get(key), GERMAN.getOrDefault(key, "")));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothLanguagesHaveTheSamePlaceholders(String key, String english, String german) {
    assertThat(placeholders(german)).isEqualTo(placeholders(english));
  }

  static Stream<Arguments> all() {
    return Stream.of(ENGLISH, GERMAN)
        .flatMap(language -> language.entrySet().stream())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMessageCanBeFormatted(String key, String message) {
    Object[] arguments = {"<0>", "<1>", "<2>", "<3>"};
    String shown = new MessageFormat(message).format(arguments);

    assertThat(placeholders(message))
        .allSatisfy(number -> assertThat(shown).contains("<" + number + ">"));
    assertThat(shown).doesNotContainPattern(PLACEHOLDER);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyApostropheIsDoubledButWhereItQuotesABrace(String key, String message) {
    assertThat(message.replaceAll("''|'[{}]'", "")).doesNotContain("'");
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMessageAboutASettingNamesIt(String key, String message) {
    if (key.startsWith("userPoolSetting")) {
      assertThat(message).startsWith("{0}: ");
    }
  }

  @Test
  void anExampleOfJsonIsShownAsJson() {
    String shown = new MessageFormat(ENGLISH.get("userPoolSettingMap")).format(new Object[] {"x"});

    assertThat(shown).endsWith("[{\"key\":\"...\",\"value\":\"...\"}].");
  }

  private static Set<String> placeholders(String message) {
    return PLACEHOLDER
        .matcher(message)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keysInCode() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(MessagesTest::keysIn)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> keysIn(Path file) {
    try {
      return KEY.matcher(Files.readString(file)).results().map(MessagesTest::key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(MatchResult match) {
    return match.group(1);
  }

  private static Map<String, String> messages(String language) {
    String name = "/theme-resources/messages/messages_" + language + ".properties";
    Properties properties = new Properties();
    try (Reader file =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> messages = new TreeMap<>();
    properties.forEach((key, value) -> messages.put(key.toString(), value.toString()));
    return messages;
  }
}
