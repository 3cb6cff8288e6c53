package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ada", "Ada Lovelace", "a/b", "../b", "müller@example.com", "..."})
  void mostTextsCanBeNames(String name) {
    assertThat(AskedNames.possible(name)).isTrue();
    assertThat(AskedNames.possibleInPath(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "a\u0000", "a\r\nb", "a\u0085b"})
  void whatNobodyIsCalledIsNone(String name) {
    assertThat(AskedNames.possible(name)).isFalse();
    assertThat(AskedNames.possibleInPath(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aStepIsNoSegmentOfAPath(String name) {
    assertThat(AskedNames.possible(name)).isTrue();
    assertThat(AskedNames.possibleInPath(name)).isFalse();
  }

  @Test
  void nobodysNameHasMoreThan256Characters() {
    assertThat(AskedNames.possible("a".repeat(256))).isTrue();
    assertThat(AskedNames.possible("a".repeat(257))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a%2Fb",
    "a b+c, a%20b%2Bc",
    "a?b=c&d#e, a%3Fb%3Dc%26d%23e",
    "%2e%2e, %252e%252e",
    "auth0|5f7c, auth0%7C5f7c",
    "ü, %C3%BC"
  })
  void whatMeansSomethingInAnAddressIsEscaped(String text, String encoded) {
    assertThat(AskedNames.encoded(text)).isEqualTo(encoded);
  }
}
