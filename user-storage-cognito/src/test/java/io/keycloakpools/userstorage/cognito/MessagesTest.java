package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** The messages of this module, and those of the core that it uses. */
final class MessagesTest {

  private static final Map<String, String> ENGLISH = messages("en");
  private static final Map<String, String> GERMAN = messages("de");

  private static final Pattern KEY = Pattern.compile("\"(cognito[A-Z]\\w+|userPool[A-Z]\\w+)\"");
  private static final Set<String> OTHER_WORDS = Set.of("userPoolId");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  @Test
  void bothLanguagesHaveEveryMessageThatTheCodeUses() {
    assertThat(keysInCode()).isNotEmpty();
    assertThat(ENGLISH).containsKeys(keysInCode().toArray(String[]::new));
    assertThat(GERMAN).containsKeys(keysInCode().toArray(String[]::new));
  }

  @Test
  void theCodeUsesEveryMessage() {
    assertThat(keysInCode()).containsAll(own().toList());
    assertThat(GERMAN.keySet()).isEqualTo(ENGLISH.keySet());
  }

  static Stream<Arguments> pairs() {
    return own().map(key -> Arguments.of(key, ENGLISH.get(key), GERMAN.getOrDefault(key, "")));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothLanguagesHaveTheSamePlaceholders(String key, String english, String german) {
    assertThat(placeholders(german)).isEqualTo(placeholders(english)).contains("0");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyMessageCanBeFormatted(String key, String english, String german) {
    Object[] arguments = {"<0>", "<1>", "<2>"};
    for (String message : new String[] {english, german}) {
      String shown = new MessageFormat(message).format(arguments);

      assertThat(placeholders(message))
          .allSatisfy(number -> assertThat(shown).contains("<" + number + ">"));
      assertThat(shown).startsWith("<0>: ").doesNotContainPattern(PLACEHOLDER);
      assertThat(message.replace("''", "")).as("apostrophes are doubled").doesNotContain("'");
    }
  }

  private static Stream<String> own() {
    return ENGLISH.keySet().stream().filter(key -> key.startsWith("cognito"));
  }

  private static Set<String> placeholders(String message) {
    return PLACEHOLDER
        .matcher(message)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keysInCode() {
    Set<String> keys = literalKeysInCode();
    CognitoProperties.all().stream()
        .filter(ProviderConfigProperty::isRequired)
        .forEach(property -> keys.add("cognitoRequired." + property.getName()));
    return keys;
  }

  private static Set<String> literalKeysInCode() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(MessagesTest::keysIn)
          .filter(key -> !OTHER_WORDS.contains(key))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> keysIn(Path file) {
    try {
      return KEY.matcher(Files.readString(file)).results().map(match -> match.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> messages(String language) {
    String name = "theme-resources/messages/messages_" + language + ".properties";
    Map<String, String> messages = new TreeMap<>();
    try {
      for (URL bundle : Collections.list(MessagesTest.class.getClassLoader().getResources(name))) {
        Properties properties = new Properties();
        try (Reader file = new InputStreamReader(bundle.openStream(), StandardCharsets.UTF_8)) {
          properties.load(file);
        }
        properties.forEach((key, value) -> messages.put(key.toString(), value.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }
}
