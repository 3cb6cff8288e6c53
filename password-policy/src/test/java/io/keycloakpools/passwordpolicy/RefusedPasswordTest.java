package io.keycloakpools.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.passwordpolicy.rules.CharacterKind;
import io.keycloakpools.passwordpolicy.rules.PasswordFlaw;
import io.keycloakpools.passwordpolicy.rules.SettingsText;
import io.keycloakpools.passwordpolicy.strength.Advice;
import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Strength;
import io.keycloakpools.passwordpolicy.strength.Weakness;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PolicyError;

class RefusedPasswordTest {

  private static final String NOTHING_WRONG = "This password cannot be used.";

  /** As {@code FreeMarkerLoginFormsProvider.formatMessage} formats it. */
  private static String shown(String language, PolicyError error) {
    String text = bundle(language).getProperty(error.getMessage());
    return new MessageFormat(text, Locale.forLanguageTag(language)).format(error.getParameters());
  }

  private static Properties bundle(String language) {
    String file = "/theme-resources/messages/messages_" + language + ".properties";
    Properties messages = new Properties();
    try (Reader reader =
        new InputStreamReader(
            RefusedPasswordTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return messages;
  }

  private static String english(PasswordFlaw... flaws) {
    return shown("en", RefusedPassword.because(List.of(flaws)));
  }

  private static PasswordFlaw weak(Optional<Weakness> weakness, Set<Advice> advice) {
    return new PasswordFlaw.TooWeak(
        Strength.FAIR, new Rating(Strength.WEAK, 3.5, weakness, advice));
  }

  @Test
  void allFlawsStandInOneMessage() {
    List<PasswordFlaw> flaws =
        SettingsText.parse(
                "minLength=12 capitalLetters=1 lowercaseLetters=2 digits=1 specialCharacters=2")
            .flaws("PASS", List.of("pass"));
    assertThat(shown("en", RefusedPassword.because(flaws)))
        .isEqualTo(
            "This password cannot be used. It has to be at least 12 characters long. It needs at"
                + " least 2 lowercase letters. It needs at least one digit. It needs at least 2"
                + " special characters. It is too easy to guess. Your username, your e-mail address"
                + " and your name are easy to guess. Add another word or two. Uncommon words are"
                + " better. All capital letters are almost as easy to guess as all lowercase"
                + " letters.");
    assertThat(shown("de", RefusedPassword.because(flaws)))
        .isEqualTo(
            "Dieses Passwort kann nicht verwendet werden. Es muss mindestens 12 Zeichen lang sein."
                + " Es braucht mindestens 2 Kleinbuchstaben. Es braucht mindestens eine Ziffer. Es"
                + " braucht mindestens 2 Sonderzeichen. Es ist zu leicht zu erraten. Ihr"
                + " Benutzername, Ihre E-Mail-Adresse und Ihr Name sind leicht zu erraten. Fügen"
                + " Sie ein oder zwei Wörter hinzu. Ungewöhnliche Wörter sind besser. Nur"
                + " Großbuchstaben sind fast so leicht zu erraten wie nur Kleinbuchstaben.");
  }

  @Test
  void eachFlawHasItsSentence() {
    assertThat(english(new PasswordFlaw.TooShort(1))).endsWith("at least one character long.");
    assertThat(english(new PasswordFlaw.TooLong(4096))).endsWith("longer than 4,096 characters.");
    assertThat(english(new PasswordFlaw.TooFew(CharacterKind.CAPITAL_LETTER, 1)))
        .endsWith("It needs at least one capital letter.");
    assertThat(english(new PasswordFlaw.TooFew(CharacterKind.CAPITAL_LETTER, 2)))
        .endsWith("It needs at least 2 capital letters.");
    assertThat(english(new PasswordFlaw.Reused(1))).endsWith("It is your present password.");
    assertThat(english(new PasswordFlaw.Reused(3))).endsWith("It is one of your last 3 passwords.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void eachWeaknessAndEachAdviceHasATextOfItsOwn(String language) {
    Set<String> texts = new HashSet<>();
    texts.add(shown(language, RefusedPassword.because(List.of())));
    texts.add(shown(language, RefusedPassword.because(List.of(weak(Optional.empty(), Set.of())))));
    for (Weakness weakness : Weakness.values()) {
      PasswordFlaw flaw = weak(Optional.of(weakness), Set.of());
      texts.add(shown(language, RefusedPassword.because(List.of(flaw))));
    }
    for (Advice advice : Advice.values()) {
      PasswordFlaw flaw = weak(Optional.empty(), Set.of(advice));
      texts.add(shown(language, RefusedPassword.because(List.of(flaw))));
    }
    assertThat(texts)
        .hasSize(2 + Weakness.values().length + Advice.values().length)
        .allMatch(text -> text.endsWith("."))
        .noneMatch(text -> text.contains("{") || text.contains("  "));
  }

  @Test
  void theNumbersOfWeaknessesAreThoseOfTheirTexts() {
    assertThat(english(weak(Optional.of(Weakness.TOP_10_PASSWORD), Set.of())))
        .endsWith("It is one of the 10 most common passwords.");
    assertThat(english(weak(Optional.of(Weakness.SEQUENCE), Set.of())))
        .endsWith("Sequences such as \"abc\" or \"6543\" are easy to guess.");
    assertThat(english(weak(Optional.of(Weakness.PERSONAL), Set.of())))
        .endsWith("your name are easy to guess.");
    assertThat(english(weak(Optional.empty(), Set.of(Advice.USE_A_FEW_WORDS))))
        .endsWith("Use a few words, and no common phrases.");
    assertThat(english(weak(Optional.empty(), Set.of(Advice.AVOID_DATES))))
        .endsWith("Avoid dates and years that have to do with you.");
    assertThat(english()).isEqualTo(NOTHING_WRONG);
  }

  @Test
  void theParametersAreNumbersAndTellNothingOfThePassword() {
    PolicyError error =
        RefusedPassword.because(
            SettingsText.parse("minLength=20").flaws("Password1!", List.of("Ada")));
    assertThat(Arrays.asList(error.getParameters())).allMatch(Integer.class::isInstance);
    assertThat(error.getMessage()).isEqualTo("passwordRefused");
  }
}
