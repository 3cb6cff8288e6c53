package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthMeterTest {

  private static final List<String> ADA = List.of("ada.lovelace@example.org", "Ada", "Byron");

  private static Rating rate(String password, String... known) {
    return StrengthMeter.shared().rate(password, List.of(known));
  }

  /** One for each warning of zxcvbn that this short list can produce. */
  @ParameterizedTest
  @CsvSource({
    "password,any,TOP_10_PASSWORD",
    "Password1!,weak,LIKE_A_COMMON_PASSWORD",
    "qwertyuiop,any,TOP_100_PASSWORD",
    "zyxwvut,any,SEQUENCE",
    "abcabcabc,any,REPEATED_PATTERN",
    "eeeeeee,any,REPEATED_CHARACTER",
    "03.11.1987,weak,DATE",
    "p@ssw0rd,any,LIKE_A_COMMON_PASSWORD",
    "drowssap,any,LIKE_A_COMMON_PASSWORD",
    "bvcxdfg,weak,KEYBOARD_PATTERN",
    "7ujm6,weak,ROW_OF_KEYS",
    "elephant,any,VERY_COMMON_PASSWORD",
    "jennifer,any,SINGLE_NAME",
    "xkcdsmith,fair,COMMON_NAME",
    "1x2019,weak,RECENT_YEAR",
  })
  void whatIsWeakIsNamed(String password, String strength, Weakness weakness) {
    Rating rating = rate(password);
    assertThat(rating.strength()).hasToString(strength);
    assertThat(rating.weakness()).contains(weakness);
    assertThat(rating.advice()).isNotEmpty();
  }

  @Test
  void upToAWindowTheRatingIsThatOfZxcvbn() {
    Zxcvbn zxcvbn = new Zxcvbn();
    for (String password :
        List.of("", "a", "Summer2024!", "kX9#mQ2$vL", "correct horse battery staple", "日本語")) {
      assertThat(rate(password).guessesLog10())
          .as(password)
          .isEqualTo(zxcvbn.measure(password).getGuessesLog10());
    }
  }

  /** All fold to {@code password123}, which is weak. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwórd123",
        "passwo\u0301rd123",
        "pässwörd123",
        "ｐａｓｓｗｏｒｄ１２３",
        "ｐａｓｓｗｏｒｄ123",
        "𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝123",
        "ⓟⓐⓢⓢⓦⓞⓡⓓ123",
        "password¹²³",
        "password١٢٣",
        "pass\u200Bword123",
        "pass\u00ADword123",
        "p\u200Ca\u200Ds\u2060s\uFEFFword\u200E123",
        "pass\u034Fword\uFE0F123",
        "pass\u3164word\u2800123",
        "pass\u00A0word\u2009123",
        "p a s s w o r d 1 2 3",
        "passw\tord123",
        "passwørd123",
        "pаsswоrd123",
        "ρassωord123",
        "pa\u0332s\u0332s\u0332word123",
        "paßword123",
      })
  void whatHidesAWordFromZxcvbnIsSeenThrough(String password) {
    assertThat(rate(password).guessesLog10()).isEqualTo(rate("password123").guessesLog10());
    assertThat(rate(password).strength().isAtLeast(Strength.FAIR)).isFalse();
    assertThat(rate(password).weakness()).isEqualTo(rate("password123").weakness());
  }

  @Test
  void aLongPasswordIsSeenThroughToo() {
    assertThat(rate("passwórd".repeat(50)).strength().isAtLeast(Strength.STRONG)).isFalse();
    assertThat(rate("p\u0301\u0301\u0301\u0301".repeat(1000)).strength().isAtLeast(Strength.FAIR))
        .isFalse();
    assertThat(rate("\u200B".repeat(4000)).strength()).isEqualTo(Strength.ANY);
  }

  /** Either the name or the password may have the accents. */
  @ParameterizedTest
  @CsvSource({
    "Przybyszéwska1,Przybyszewska",
    "Przybyszewska1,Przybyszéwska",
    "PRZYBYSZÉWSKA1,przybyszewska",
    "Ｐｒｚｙｂｙｓｚｅｗｓｋａ1,Przybyszewska",
    "Przybyszew\u00ADska1,Przybyszewska",
    "Przybyszewska1,Przybyszew\u200Bska",
    "Łukaszewicz1,lukaszewicz@example.org",
  })
  void theNameOfThePersonIsFoldedAlike(String password, String name) {
    Rating rating = rate(password, name);
    assertThat(rating.strength().isAtLeast(Strength.FAIR)).isFalse();
    assertThat(rating.weakness()).contains(Weakness.PERSONAL);
  }

  @Test
  void anEmptyPasswordIsWeak() {
    assertThat(rate("").strength()).isEqualTo(Strength.ANY);
    assertThat(rate("").advice())
        .containsExactlyInAnyOrder(Advice.USE_A_FEW_WORDS, Advice.NO_NEED_FOR_SYMBOLS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada.lovelace@example.org",
        "ADA.LOVELACE@EXAMPLE.ORG",
        "ada.lovelace",
        "Lovelace",
        "example.org",
        "Byron",
        "ecalevol",
        "ada.lovelace@example.orgada.lovelace@example.org"
      })
  void whatIsKnownAboutThePersonIsGuessedAtOnce(String password) {
    Rating rating = StrengthMeter.shared().rate(password, ADA);
    assertThat(rating.strength()).isEqualTo(Strength.ANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "augusta-ada-king-countess-of-lovelace@mathematics.example.org",
        "Augusta-Ada-King-Countess-Of-Lovelace@mathematics.example.org1"
      })
  void aLongEmailAddressIsGuessedAtOnceToo(String password) {
    Rating rating = rate(password, "augusta-ada-king-countess-of-lovelace@mathematics.example.org");
    assertThat(rating.strength().isAtLeast(Strength.FAIR)).isFalse();
    assertThat(rating.weakness()).contains(Weakness.PERSONAL);
  }

  @Test
  void thePersonsNameIsWeakWhereItIsStrongForOthers() {
    assertThat(rate("Przybyszewska").strength().isAtLeast(Strength.FAIR)).isTrue();
    Rating rating = rate("Przybyszewska1", "Przybyszewska");
    assertThat(rating.strength().isAtLeast(Strength.FAIR)).isFalse();
    assertThat(rating.weakness()).contains(Weakness.PERSONAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "ab", "abc", "qwertz", "1234567", "Password1!", "😀"})
  void whatIsSaidFiftyTimesIsNotStrong(String pattern) {
    Rating rating = rate(pattern.repeat(50));
    assertThat(rating.strength().isAtLeast(Strength.STRONG)).isFalse();
    assertThat(rating.weakness()).contains(Weakness.REPEATED_PATTERN);
    assertThat(rating.advice()).contains(Advice.AVOID_REPEATS);
  }

  @Test
  void oneCharacterManyTimesIsWeakAtEveryLength() {
    for (int length : new int[] {1, 8, 31, 32, 33, 64, 1000, 4096, 10_000}) {
      assertThat(rate("a".repeat(length)).strength().isAtLeast(Strength.FAIR))
          .as("%d characters", length)
          .isFalse();
    }
  }

  @Test
  void aLongSequenceIsNotStrong() {
    StringBuilder sequence = new StringBuilder();
    for (char next = 'а'; sequence.length() < 4096; next++) {
      sequence.append(next);
    }
    assertThat(rate(sequence.toString()).strength().isAtLeast(Strength.STRONG)).isFalse();
  }

  @Test
  void aPassphraseThatBeginsWithRepeatsIsStrong() {
    assertThat(rate("a".repeat(40) + " correct horse battery staple").strength())
        .isEqualTo(Strength.VERY_STRONG);
  }

  /** The first article of the Universal Declaration of Human Rights, as people might shorten it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "все люди рождаются свободными и равными в своем достоинстве и правах",
        "όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια",
        "人人生而自由在尊严和权利上一律平等他们赋有理性和良心",
        "すべての人間は生れながらにして自由でありかつ尊厳と権利とについて平等である",
        "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق",
        "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다",
        "सभी मनुष्य जन्म से स्वतंत्र और समान हैं",
        "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน",
        "😀🐎🔋📎🌧🚲🎈🍋",
      })
  void aPassphraseInAnyScriptIsVeryStrong(String passphrase) {
    assertThat(rate(passphrase).strength()).isEqualTo(Strength.VERY_STRONG);
  }

  @Test
  void symbolsThatHideAWordAreSeenThrough() {
    // Each of these symbols has more readings than are tried.
    assertThat(rate("p@$$w0rd|<{[(4").guessesLog10())
        .isLessThan(rate("p#&&w=rd?~;:)*").guessesLog10());
    assertThat(Substitutions.withFewReadings("p@$$w0rd!|<{[(4+7")).isEqualTo("p455w0rd11((((477");
    assertThat(Substitutions.withFewReadings("p@$$w0rd!")).isEqualTo("p@$$w0rd!");
  }

  @Test
  void onlyTheFirst4096CharactersCount() {
    String weak = "a".repeat(StrengthMeter.LONGEST);
    assertThat(rate(weak + "correct horse battery staple")).isEqualTo(rate(weak));
  }

  @Test
  void theRatingDoesNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(rate("INGRID-ITIR", "ingrid-itir").strength()).isEqualTo(Strength.ANY);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aRatingHoldsNothingOfThePassword() {
    assertThat(rate("Password1!").toString()).doesNotContainIgnoringCase("Password1!");
  }

  @Test
  void namesAreThoseOfTheSettings() {
    assertThat(Strength.names()).isEqualTo("any, weak, fair, strong, very_strong");
    assertThat(Strength.named("very_strong")).contains(Strength.VERY_STRONG);
    assertThat(Strength.named("FAIR")).isEmpty();
  }
}
