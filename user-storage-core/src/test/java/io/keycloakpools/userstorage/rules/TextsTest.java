package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {

  /** Everything hidden or unstorable, and ordinary text. */
  private static final String STRANGE =
      "\0\t\n\r\33\177\205\u00ad\u200b\u200d\u2028\u202e\ufeff\ud83daé ";

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "o'hära\"\\<b>&✓", "auth0|5f3c", "+49 151", "\ud83e\udd89", "Ａda", "ſ"})
  void anIdentifierMayHaveAnyLetterThatIsSeen(String text) {
    assertThat(Texts.isIdentifier(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "a\0b",
        "a\nb",
        "a\r",
        "a\33[31m",
        "ad\u200bmin",
        "\u202enimda",
        "\u2028a",
        "a\u2029",
        "\ud83d",
        "a\udd89b",
        "\ufeffa"
      })
  void anIdentifierHasNothingHidden(String text) {
    assertThat(Texts.isIdentifier(text)).isFalse();
  }

  @Test
  void anIdentifierFitsItsColumn() {
    assertThat(Texts.isIdentifier("x".repeat(255))).isTrue();
    assertThat(Texts.isIdentifier("x".repeat(256))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Ada, Ada",
    "'  Ada ', Ada",
    "'Ada\nKing', Ada King",
    "'A\0da', Ada",
    "'\u202eAda', Ada",
    "'\0\r\n', ",
    "'', ",
  })
  void aNameIsShownWithoutWhatIsHidden(String text, String expected) {
    assertThat(Texts.name(text).orElse(null)).isEqualTo(expected);
  }

  /** Persian names contain one, emoji families the other. */
  @ParameterizedTest
  @ValueSource(strings = {"علی\u200cرضا", "\ud83d\udc69\u200d\ud83d\udcbb"})
  void aNameKeepsItsJoiners(String name) {
    assertThat(Texts.name(name)).contains(name);
  }

  @Test
  void aNameThatIsTooLongIsNone() {
    assertThat(Texts.name("x".repeat(255))).isPresent();
    assertThat(Texts.name("x".repeat(256))).isEmpty();
    assertThat(Texts.name("x".repeat(1_000_000))).isEmpty();
  }

  static Stream<String> values() {
    return Stream.of("x", "several\nlines\r\n\tand a tab", "x".repeat(2048), "\u202bשלום\u202c");
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueMayHaveLines(String value) {
    assertThat(Texts.isValue(value)).isTrue();
  }

  static Stream<String> noValues() {
    return Stream.of("", " \t", "a\0", "\33[0m", "\ud83d", "a\177", "x".repeat(2049));
  }

  @ParameterizedTest
  @MethodSource("noValues")
  void aValueHasNothingThatCannotBeStored(String value) {
    assertThat(Texts.isValue(value)).isFalse();
  }

  /** No input may break a database or a log line. */
  @Test
  void whateverComesWhatPassesCanBeStored() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      String text = strange(random);
      if (Texts.isIdentifier(text)) {
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(255).matches("[^\\p{Cntrl}]+");
        assertEncodes(text);
      }
      Texts.name(text)
          .ifPresent(
              name -> {
                assertThat(name).isNotBlank().matches("[^\\p{Cntrl}\u2028\u202e]+");
                assertEncodes(name);
              });
      if (Texts.isValue(text)) {
        assertThat(text).doesNotContain("\0", "\33");
        assertEncodes(text);
      }
    }
  }

  private static String strange(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      boolean listed = random.nextBoolean();
      text.append(
          listed
              ? STRANGE.charAt(random.nextInt(STRANGE.length()))
              : (char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }

  /** A strict encoder refuses half a surrogate pair, like PostgreSQL's driver. */
  private static void assertEncodes(String text) {
    try {
      assertThat(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text))).isNotNull();
    } catch (CharacterCodingException e) {
      throw new AssertionError(e);
    }
  }
}
