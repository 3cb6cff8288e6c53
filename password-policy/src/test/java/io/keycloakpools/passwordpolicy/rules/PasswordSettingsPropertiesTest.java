package io.keycloakpools.passwordpolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class PasswordSettingsPropertiesTest {

  @Provide
  Arbitrary<PasswordSettings> settings() {
    Arbitrary<Integer> ofAKind = Arbitraries.integers().between(0, 32);
    return Combinators.combine(
            Arbitraries.of(Strength.class),
            ofAKind,
            ofAKind,
            ofAKind,
            ofAKind,
            Arbitraries.integers().between(1, 128),
            Arbitraries.integers().between(0, 24))
        .as(PasswordSettings::new);
  }

  @Property(tries = 100)
  void noCharacterIsOfTwoKinds(@ForAll @StringLength(max = 200) String text) {
    int ofAKind = Arrays.stream(CharacterKind.values()).mapToInt(kind -> kind.countIn(text)).sum();
    assertThat(ofAKind).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
  }

  @Property(tries = 100)
  void whatIsWrittenIsReadAgain(@ForAll("settings") PasswordSettings settings) {
    assertThat(SettingsText.parse(SettingsText.of(settings))).isEqualTo(settings);
  }

  @Property(tries = 100)
  void aPasswordWithEnoughOfAllHasNoFlaw(@ForAll("settings") PasswordSettings settings) {
    String password =
        "Å".repeat(settings.capitalLetters())
            + "ß".repeat(settings.lowercaseLetters())
            + "٣".repeat(settings.digits())
            + "€".repeat(settings.specialCharacters())
            + " correct horse battery staple"
            + "文".repeat(settings.minLength());
    assertThat(settings.flaws(password, List.of())).isEmpty();
  }

  @Property(tries = 100)
  void eachFlawIsOfAKindThatTheSettingsAskFor(
      @ForAll("settings") PasswordSettings settings, @ForAll @StringLength(max = 64) String text) {
    List<PasswordFlaw> flaws = settings.flaws(text, List.of());
    assertThat(flaws).doesNotHaveDuplicates();
    for (CharacterKind kind : CharacterKind.values()) {
      assertThat(flaws.contains(new PasswordFlaw.TooFew(kind, settings.required(kind))))
          .isEqualTo(kind.countIn(text) < settings.required(kind));
    }
    assertThat(flaws.contains(new PasswordFlaw.TooShort(settings.minLength())))
        .isEqualTo(text.codePointCount(0, text.length()) < settings.minLength());
  }

  @Property(tries = 100)
  void settingsAreReadAsTheyAreWritten(@ForAll("settings") PasswordSettings settings) {
    String line =
        "strength=%s capitalLetters=%d lowercaseLetters=%d digits=%d specialCharacters=%d"
            .formatted(
                settings.strength(),
                settings.capitalLetters(),
                settings.lowercaseLetters(),
                settings.digits(),
                settings.specialCharacters());
    assertThat(
            SettingsText.parse(
                "%s minLength=%d notUsedSince=%d"
                    .formatted(line, settings.minLength(), settings.notUsedSince())))
        .isEqualTo(settings);
  }

  @Property(tries = 100)
  void bothSettingsAreMetExactlyIfTheyAreMetTogether(
      @ForAll("settings") PasswordSettings one,
      @ForAll("settings") PasswordSettings other,
      @ForAll @StringLength(max = 64) String text) {
    boolean both = one.flaws(text, List.of()).isEmpty() && other.flaws(text, List.of()).isEmpty();
    assertThat(one.and(other).flaws(text, List.of()).isEmpty()).isEqualTo(both);
    assertThat(one.and(other)).isEqualTo(other.and(one));
    assertThat(one.and(PasswordSettings.lenient())).isEqualTo(one);
  }
}
