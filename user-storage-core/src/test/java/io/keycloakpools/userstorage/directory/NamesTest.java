package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ADA", "\u0130LKER", "I\u015EIK", "\u039F\u0394\u039F\u03A3", "\u1E9Ea"})
  void aNameIsWhatKeycloakMakesOfIt(String name) {
    assertThat(Names.same(name, name.toLowerCase(Locale.ROOT))).isTrue();
    assertThat(Names.folded(Names.folded(name))).isEqualTo(Names.folded(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada ", " ada", "\tADA\n", "\u2003ada"})
  void spacesAtTheEndsAreNoPartOfIt(String name) {
    assertThat(Names.same(name, "ada")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ada, ad\u00E1", "ada, a da", "ilker, \u0130LKER", "ss, \u00DF"})
  void whatOnlyADatabaseTakesForEqualIsNot(String one, String other) {
    assertThat(Names.same(one, other)).isFalse();
  }

  @Test
  void nobodyIsCalledNothing() {
    assertThat(Names.same(null, null)).isFalse();
    assertThat(Names.same("ada", null)).isFalse();
  }
}
