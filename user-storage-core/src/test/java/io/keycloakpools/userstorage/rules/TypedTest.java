package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "ada@example.com", "+49 151", "Åsa Öberg", "a\" OR \"1\"=\"1", "*"})
  void whatCouldBeANameIsAskedAbout(String text) {
    assertThat(Typed.mayBeName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ada\u0000", "ada\r\nX: 1", "a\u200Bda", "ada\u2028", "a\uD800"})
  void whatCannotBeANameIsNot(String text) {
    assertThat(Typed.mayBeName(text)).isFalse();
  }

  @Test
  void aNameEndsAtTheWidthOfKeycloaksColumn() {
    assertThat(Typed.mayBeName("x".repeat(255))).isTrue();
    assertThat(Typed.mayBeName("x".repeat(256))).isFalse();
  }

  @Test
  void aPasswordMayHaveAnyCharacterButNotAnyLength() {
    assertThat(Typed.mayBePassword("\u0000 \r\n")).isTrue();
    assertThat(Typed.mayBePassword("x".repeat(Typed.LONGEST_PASSWORD))).isTrue();
    assertThat(Typed.mayBePassword("x".repeat(Typed.LONGEST_PASSWORD + 1))).isFalse();
    assertThat(Typed.mayBePassword("")).isFalse();
  }
}
