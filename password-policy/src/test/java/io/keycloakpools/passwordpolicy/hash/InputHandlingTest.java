package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Old systems changed typed passwords before hashing. Python's hashlib and libxcrypt computed these
 * hashes of the results in WordPress and phpBB.
 */
class InputHandlingTest {

  private static final String WORDPRESS_BCRYPT = "$wp$2y$05$abcdefghijklmnopqrstuu";
  private static final String PHPASS = "$P$5IQRaTwmf";

  static Stream<Arguments> wordPress() {
    return Stream.of(
        Arguments.of("Mary's-Horse-77", "IzBzQKblHiZZz52PHD0.C1"),
        Arguments.of("Mary's-Horse-77", ".FvQ/QEqL8c842o6UdbdkHVAHayG7Dy"),
        Arguments.of("Mary's-Horse-77", "1bwqFeN4qZQDF11HCIczu/"),
        Arguments.of("Mary's-Horse-77", "W2HWhvQ6qESXEQmtXjAK/K5UXI0Agg6"),
        Arguments.of("say \"hi\" twice", "htV0eN9wRTWN/bT3if0aq1"),
        Arguments.of("say \"hi\" twice", "0AVub0ifi/jnFiwBlVjSfmoIUpYIKWW"),
        Arguments.of("back\\slash-1", "qCUIvdLXxg3VZu4Ve0.OG0"),
        Arguments.of("back\\slash-1", "sqTykCWPvrKISWg7cRjliNqoqV84sJq"),
        Arguments.of("  blanks around \t", "reBA7f8mjjfCwE/UB4RWC."),
        Arguments.of("  blanks around \t", "FHey17rlNPtkV8pG.69XH8dWkcFcZxS"),
        Arguments.of(" it's \"\\\" all ", "J9p1eDtMQLU6lglE1aYSU."),
        Arguments.of(" it's \"\\\" all ", "2QydtsS8CLMChXSJ.iL1zH7CiWItZoS"),
        Arguments.of(" it's \"\\\" all ", "k36aKnNgmj0CJqhPI6gHM."),
        Arguments.of(" it's \"\\\" all ", "0DvF4V1BXWWmFivGo2BPTqaI2ruRTkC"));
  }

  @ParameterizedTest
  @MethodSource("wordPress")
  void whatWordPressHashedVerifiesAsItIsTyped(String typed, String hash) {
    ForeignHash parsed =
        ForeignHashes.parse((hash.length() == 22 ? PHPASS : WORDPRESS_BCRYPT) + hash);

    assertThat(parsed.matches(typed)).isTrue();
    assertThat(parsed.matches(typed + "x")).isFalse();
    assertThat(parsed.matches(typed.substring(0, typed.length() / 2))).isFalse();
  }

  /** WordPress' REST API stores a password that contains backslashes itself. */
  @Test
  void whatIsTypedComesFirst() {
    assertThat(InputHandling.WORDPRESS.candidates("it's")).containsExactly("it's", "it\\'s");
    assertThat(ForeignHashes.parse(PHPASS + "IzBzQKblHiZZz52PHD0.C1").matches("Mary\\'s-Horse-77"))
        .isTrue();
  }

  /** Each candidate costs a hash. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "Old-password-1!", "correct horse battery staple", "pässwört <&>", "😀"})
  void mostPasswordsHaveOneReading(String typed) {
    assertThat(InputHandling.WORDPRESS.candidates(typed)).containsExactly(typed);
    assertThat(InputHandling.NONE.candidates(typed)).containsExactly(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {" '\"\\ ", " & < > \" ", "' ", "\0'\0", "  ", " A\u030A&"})
  void noneHasMoreThanThree(String typed) {
    for (InputHandling handling : InputHandling.values()) {
      List<String> candidates = handling.candidates(typed);
      assertThat(candidates).hasSizeBetween(1, 3).doesNotHaveDuplicates().startsWith(typed);
    }
  }

  @Test
  void phpBbHashesHtml() {
    ForeignHash escaped = ForeignHashes.parse("$H$5IQRaTwmfcUAXzcNifgtnXEjy.qkRs.");
    ForeignHash trimmed = ForeignHashes.parse("$H$5IQRaTwmfceqR1NhJwQtsqnqhaFDeO0");

    assertThat(escaped.matches("Tom & \"Jerry\" <3 it's")).isTrue();
    assertThat(escaped.matches("Tom & \"Jerry\" <3 its")).isFalse();
    assertThat(trimmed.matches(" a & b ")).isTrue();
    assertThat(trimmed.matches("a & b")).isTrue();
    assertThat(trimmed.matches("a & c")).isFalse();
    assertThat(InputHandling.PHPBB.candidates("A\u030A")).containsExactly("A\u030A", "\u00C5");
  }

  /** Other systems change neither blanks nor quotes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K",
        "{SHA}qvTGHdzF6KLavt4PO0gs2a6pQ00="
      })
  void otherFormatsTakeOnlyWhatIsTyped(String hashOfHello) {
    ForeignHash hash = ForeignHashes.parse(hashOfHello);

    assertThat(hash.matches("hello")).isTrue();
    assertThat(hash.matches(" hello")).isFalse();
    assertThat(hash.matches("hello ")).isFalse();
  }
}
