package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class StrengthMeterPropertiesTest {

  /** As many words as diceware has: the most frequent English ones of four letters and more. */
  private static final List<String> WORDS = words();

  private static List<String> words() {
    try {
      return StandardDictionaries.ENGLISH_WIKIPEDIA_LOADER.load().getFrequencies().stream()
          .filter(word -> word.matches("[a-z]{4,}"))
          .limit(7776)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Strength strength(String password) {
    return StrengthMeter.shared().rate(password, List.of()).strength();
  }

  @Provide
  Arbitrary<List<String>> passphrases() {
    return Arbitraries.of(WORDS).list().uniqueElements().ofMinSize(4).ofMaxSize(20);
  }

  @Property(tries = 100)
  void fourToTwentyWordsAreVeryStrong(@ForAll("passphrases") List<String> words) {
    assertThat(strength(String.join(" ", words))).isEqualTo(Strength.VERY_STRONG);
    assertThat(strength(String.join("", words))).isEqualTo(Strength.VERY_STRONG);
  }

  @Property(tries = 100)
  void anyTextHasARating(@ForAll @StringLength(max = 300) String text) {
    Rating rating = StrengthMeter.shared().rate(text, List.of("ada", text));
    assertThat(rating.guessesLog10()).isNotNegative().isFinite();
    assertThat(rating.advice().isEmpty()).isEqualTo(rating.strength() == Strength.VERY_STRONG);
  }

  @Property(tries = 100)
  void aRandomPasswordOfTenCharactersOrMoreIsNeverRefusedAsFair(
      @ForAll @IntRange(min = 10, max = 200) int length, @ForAll long seed) {
    assertThat(strength(RandomText.of(RandomText.ASCII, length, seed)).isAtLeast(Strength.FAIR))
        .isTrue();
  }

  @Property(tries = 100)
  void whatIsKnownMakesNoPasswordStronger(@ForAll @StringLength(max = 31) String text) {
    double unknown = StrengthMeter.shared().rate(text, List.of()).guessesLog10();
    assertThat(StrengthMeter.shared().rate(text, List.of(text)).guessesLog10())
        .isLessThanOrEqualTo(unknown);
  }

  @Property(tries = 100)
  void repeatingAPatternGivesNoMoreThanTheTimesItIsRepeated(
      @ForAll @IntRange(min = 3, max = 16) int length,
      @ForAll @IntRange(min = 12, max = 100) int times,
      @ForAll long seed) {
    String pattern = RandomText.of("abcdefghijklmnopqrstuvwxyz", length, seed);
    double once = StrengthMeter.shared().rate(pattern, List.of()).guessesLog10();
    double often = StrengthMeter.shared().rate(pattern.repeat(times), List.of()).guessesLog10();
    assertThat(often).isLessThanOrEqualTo(once + Math.log10(times * 16.0));
  }
}
