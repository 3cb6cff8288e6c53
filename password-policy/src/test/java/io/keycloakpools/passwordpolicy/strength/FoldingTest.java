package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Pässwörd,Password",
    "ÇĞİŞşıñ,CGISsin",
    "ﬁne,fine",
    "ｆｕｌｌ,full",
    "ΟΡΑΚ,OPAK",
    "Œuvre,OEuvre",
    "Straße,Strasse",
    "a b\tc,abc",
    "correct horse battery,correct horse battery",
    "I like trains,Ilike trains",
    "blue\u00A0horse  lamp ,bluehorselamp",
    "it´s,its",
    "'',''",
  })
  void whatHidesAWordIsTakenAway(String text, String folded) {
    assertThat(Folding.of(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Summer2024!", "日本語", "สวัสดี", "हिन्दी", "שלום", "😀🐎", "\uD800x"})
  void whatHidesNothingStays(String text) {
    assertThat(Folding.of(text)).isEqualTo(text);
  }

  /** UAX 15: the longest decomposition of a character has 18. */
  @Test
  void itGrowsByAFactorAtMost() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      assertThat(Folding.of(Character.toString(character)).length()).isLessThanOrEqualTo(18);
    }
  }
}
