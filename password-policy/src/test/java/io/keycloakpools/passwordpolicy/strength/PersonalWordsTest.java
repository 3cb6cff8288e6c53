package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalWordsTest {

  @Test
  void anEmailAddressIsKnownWholeAndInParts() {
    assertThat(PersonalWords.from(List.of(" Ada.Lovelace@Example.org ")))
        .containsExactly(
            "ada.lovelace@example.org",
            "ada.lovelace",
            "example.org",
            "ada",
            "lovelace",
            "example",
            "org");
  }

  @Test
  void namesOfAnyScriptAreKnownInParts() {
    assertThat(PersonalWords.from(List.of("Anna-Lena", "O'Brien Łoś", "Владимир И", "王伟")))
        .containsExactly(
            "anna-lena",
            "o'brien łoś",
            "владимир и",
            "王伟",
            "anna",
            "lena",
            "brien",
            "łoś",
            "владимир");
  }

  @Test
  void partsAreToldApartBeforeTheyAreFolded() {
    assertThat(PersonalWords.folded(PersonalWords.from(List.of("Márÿ Ann Łoś"))))
        .containsExactly("mary ann los", "mary", "ann", "los");
  }

  @Test
  void aFewShortTextsAreEnough() {
    List<String> many = IntStream.range(0, 1000).mapToObj(at -> "name-" + at).toList();
    assertThat(PersonalWords.from(many)).hasSize(32).startsWith("name-0");
    assertThat(PersonalWords.from(List.of("x".repeat(5000)))).containsExactly("x".repeat(256));
    assertThat(PersonalWords.from(List.of("", " ", "a"))).isEmpty();
  }
}
