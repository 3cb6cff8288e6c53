package io.keycloakpools.passwordpolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.passwordpolicy.rules.PasswordFlaw.TooFew;
import io.keycloakpools.passwordpolicy.rules.PasswordFlaw.TooLong;
import io.keycloakpools.passwordpolicy.rules.PasswordFlaw.TooShort;
import io.keycloakpools.passwordpolicy.rules.PasswordFlaw.TooWeak;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSettingsTest {

  private static PasswordSettings settings(String line) {
    return SettingsText.parse(line);
  }

  @Test
  void theLegacyDefaultsAreAnyStrengthAndEightCharacters() {
    assertThat(PasswordSettings.legacyDefaults())
        .isEqualTo(new PasswordSettings(Strength.ANY, 0, 0, 0, 0, 8, 0));
    assertThat(PasswordSettings.legacyDefaults().flaws("password", List.of())).isEmpty();
    assertThat(PasswordSettings.legacyDefaults().flaws("passwor", List.of()))
        .containsExactly(new TooShort(8));
  }

  @Test
  void theCurrentDefaultsAreFairStrengthAndEightCharacters() {
    assertThat(PasswordSettings.currentDefaults())
        .isEqualTo(new PasswordSettings(Strength.FAIR, 0, 0, 0, 0, 8, 0));
    assertThat(PasswordSettings.currentDefaults().flaws("password", List.of()))
        .singleElement()
        .isInstanceOf(TooWeak.class);
    assertThat(PasswordSettings.currentDefaults().flaws("Summer2024!", List.of())).isEmpty();
  }

  @Test
  void allFlawsAreFoundTogether() {
    PasswordSettings all =
        settings(
            "strength=strong capitalLetters=1 lowercaseLetters=2 digits=3 specialCharacters=4"
                + " minLength=12");

    assertThat(all.flaws("秘", List.of()))
        .hasSize(6)
        .contains(
            new TooShort(12),
            new TooFew(CharacterKind.CAPITAL_LETTER, 1),
            new TooFew(CharacterKind.LOWERCASE_LETTER, 2),
            new TooFew(CharacterKind.DIGIT, 3),
            new TooFew(CharacterKind.SPECIAL_CHARACTER, 4))
        .last()
        .isInstanceOfSatisfying(
            TooWeak.class, weak -> assertThat(weak.required()).isEqualTo(Strength.STRONG));
  }

  @ParameterizedTest
  @CsvSource({
    "capitalLetters=1,CAPITAL_LETTER,A",
    "capitalLetters=1,CAPITAL_LETTER,Ж",
    "capitalLetters=1,CAPITAL_LETTER,ǅ", // title case
    "capitalLetters=1,CAPITAL_LETTER,𝐀", // outside the 16 bits of a char
    "lowercaseLetters=1,LOWERCASE_LETTER,ß",
    "lowercaseLetters=1,LOWERCASE_LETTER,𐐨",
    "digits=1,DIGIT,7",
    "digits=1,DIGIT,٧", // Arabic-Indic
    "digits=1,DIGIT,𝟕",
    "specialCharacters=1,SPECIAL_CHARACTER,!",
    "specialCharacters=1,SPECIAL_CHARACTER,' '",
    "specialCharacters=1,SPECIAL_CHARACTER,€",
    "specialCharacters=1,SPECIAL_CHARACTER,😀",
    "specialCharacters=1,SPECIAL_CHARACTER,。"
  })
  void everyScriptCounts(String line, CharacterKind kind, String character) {
    PasswordSettings settings = settings("strength=any minLength=1 " + line);
    assertThat(settings.flaws(character, List.of())).isEmpty();
    assertThat(settings.flaws("文", List.of())).containsExactly(new TooFew(kind, 1));
    for (CharacterKind other : CharacterKind.values()) {
      assertThat(other.countIn(character)).as("as %s", other).isEqualTo(other == kind ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"文", "ª", "½", "Ⅳ", "\u0301", "\u200D", "\uDC00", "\u0000", ""})
  void lettersWithoutCaseAndWhatIsNotACharacterAreOfNoKind(String text) {
    for (CharacterKind kind : CharacterKind.values()) {
      assertThat(kind.countIn(text)).as("%s", kind).isZero();
    }
  }

  @Test
  void aCharacterOutsideThe16BitsCountsOnce() {
    PasswordSettings settings = settings("strength=any minLength=4");
    assertThat(settings.flaws("😀😀😀", List.of())).containsExactly(new TooShort(4));
    assertThat(settings.flaws("😀😀😀😀", List.of())).isEmpty();
  }

  @Test
  void moreThan4096CharactersAreRefusedAndNotLookedAt() {
    PasswordSettings settings = settings("strength=fair digits=9");
    assertThat(settings.flaws("😀".repeat(4097), List.of())).containsExactly(new TooLong(4096));
    assertThat(settings("strength=any").flaws("😀".repeat(4096), List.of())).isEmpty();
  }

  @Test
  void whatIsKnownAboutThePersonIsWeak() {
    PasswordSettings settings = settings("strength=fair");
    assertThat(settings.flaws("Przybyszewska", List.of())).isEmpty();
    assertThat(settings.flaws("Przybyszewska", List.of("Przybyszewska"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "capitalLetters=33,capitalLetters: 33 is not possible. Enter a whole number from 0 to 32.",
    "lowercaseLetters=33,lowercaseLetters: 33 is not possible. Enter a whole number from 0 to 32.",
    "digits=999999999,digits: 999999999 is not possible. Enter a whole number from 0 to 32.",
    "specialCharacters=33,specialCharacters: 33 is not possible. Enter a whole number from 0 to 32.",
    "minLength=0,minLength: 0 is not possible. Enter a whole number from 1 to 128.",
    "minLength=129,minLength: 129 is not possible. Enter a whole number from 1 to 128.",
    "notUsedSince=25,notUsedSince: 25 is not possible. Enter a whole number from 0 to 24.",
    "digits=-1,'digits: \"-1\" is not a whole number. Enter one, such as digits=1.'",
    "digits=9999999999,'digits: \"9999999999\" is not a whole number. Enter one, such as digits=1.'",
    "digits=,'digits: \"\" is not a whole number. Enter one, such as digits=1.'",
    "digits=1 digits=2,digits: this is set twice. Keep one of them.",
    "strength=good,'strength: \"good\" is not possible. Choose one of any, weak, fair, strong, very_strong.'",
    "strength=,'strength: \"\" is not possible. Choose one of any, weak, fair, strong, very_strong.'"
  })
  void whatIsNotPossibleIsRefusedWithSettingAndRemedy(String line, String message) {
    assertThatThrownBy(() -> settings(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"length=8,length=8", "minLength,minLength", "=8,=8", "'digits=1,digits=2',"})
  void aWordThatIsNoSettingIsNamed(String line, String word) {
    assertThatThrownBy(() -> settings("minLength=10 " + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            word == null
                ? "digits: \"1,digits=2\" is not a whole number."
                : "\"" + word + "\" is not a setting.");
  }

  @Test
  void whatIsNotNamedIsAsInTheCurrentDefaults() {
    assertThat(settings("")).isEqualTo(PasswordSettings.currentDefaults());
    assertThat(settings("  \t ")).isEqualTo(PasswordSettings.currentDefaults());
    assertThat(settings(" digits=2   notUsedSince=3 "))
        .isEqualTo(new PasswordSettings(Strength.FAIR, 0, 0, 2, 0, 8, 3));
  }

  @Test
  void noStrengthIsRefused() {
    assertThatThrownBy(() -> new PasswordSettings(null, 0, 0, 0, 0, 8, 0))
        .hasMessageStartingWith("strength: ");
  }
}
