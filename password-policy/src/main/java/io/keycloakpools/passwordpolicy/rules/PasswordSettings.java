package io.keycloakpools.passwordpolicy.rules;

import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Strength;
import io.keycloakpools.passwordpolicy.strength.StrengthMeter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a password of some group of users has to be like. Characters are code points.
 *
 * @param strength how hard it has to be to guess
 * @param capitalLetters how many it has to contain at least: 0 to {@value #MOST_OF_A_KIND}
 * @param lowercaseLetters the same for lower case
 * @param digits the same for digits
 * @param specialCharacters the same for punctuation, symbols and spaces
 * @param minLength how long it has to be: 1 to {@value #LONGEST_MINIMUM} characters
 * @param notUsedSince how often another password has to be set before one may come back: 0 to
 *     {@value #MOST_REMEMBERED}; at 0 passwords are not remembered
 */
public record PasswordSettings(
    Strength strength,
    int capitalLetters,
    int lowercaseLetters,
    int digits,
    int specialCharacters,
    int minLength,
    int notUsedSince)
    implements Serializable {

  /** Longer passwords are refused; nobody types so many characters. */
  public static final int LONGEST = StrengthMeter.LONGEST;

  /** Twice what NIST SP 800-63B-4, section 3.1.1.2, asks to allow at least. */
  public static final int LONGEST_MINIMUM = 128;

  public static final int MOST_OF_A_KIND = 32;

  /** Each password that is remembered costs a hash when a new one is set. */
  public static final int MOST_REMEMBERED = 24;

  /**
   * Refuses settings that cannot be met or cost too much.
   *
   * @throws IllegalArgumentException with the setting and the values it can have
   */
  public PasswordSettings {
    if (strength == null) {
      throw new IllegalArgumentException("strength: choose one of " + Strength.names() + ".");
    }
    requireWithin("capitalLetters", capitalLetters, 0, MOST_OF_A_KIND);
    requireWithin("lowercaseLetters", lowercaseLetters, 0, MOST_OF_A_KIND);
    requireWithin("digits", digits, 0, MOST_OF_A_KIND);
    requireWithin("specialCharacters", specialCharacters, 0, MOST_OF_A_KIND);
    requireWithin("minLength", minLength, 1, LONGEST_MINIMUM);
    requireWithin("notUsedSince", notUsedSince, 0, MOST_REMEMBERED);
  }

  private static void requireWithin(String setting, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: %d is not possible. Enter a whole number from %d to %d."
              .formatted(setting, value, least, most));
    }
  }

  /** Any strength, 8 characters: the settings of identity pools before strength was measured. */
  public static PasswordSettings legacyDefaults() {
    return new PasswordSettings(Strength.ANY, 0, 0, 0, 0, 8, 0);
  }

  /** A strength and nothing else. */
  public static PasswordSettings ofStrength(Strength strength) {
    return new PasswordSettings(strength, 0, 0, 0, 0, 1, 0);
  }

  /** Settings that every password meets but one that is empty or too long. */
  public static PasswordSettings lenient() {
    return ofStrength(Strength.ANY);
  }

  /** Settings that a password meets exactly if it meets both of these. */
  public PasswordSettings and(PasswordSettings other) {
    return new PasswordSettings(
        strength.isAtLeast(other.strength) ? strength : other.strength,
        Math.max(capitalLetters, other.capitalLetters),
        Math.max(lowercaseLetters, other.lowercaseLetters),
        Math.max(digits, other.digits),
        Math.max(specialCharacters, other.specialCharacters),
        Math.max(minLength, other.minLength),
        Math.max(notUsedSince, other.notUsedSince));
  }

  /** Fair strength, 8 characters. */
  public static PasswordSettings currentDefaults() {
    return new PasswordSettings(Strength.FAIR, 0, 0, 0, 0, 8, 0);
  }

  /**
   * All that is wrong with a password, but for its having been used before, which only the store of
   * passwords knows. Empty if nothing is. Takes milliseconds for every input.
   *
   * @param password any text
   * @param known what an attacker knows about the person: username, e-mail address, names
   */
  public List<PasswordFlaw> flaws(String password, Collection<String> known) {
    int length = password.codePointCount(0, password.length());
    if (length > LONGEST) {
      return List.of(new PasswordFlaw.TooLong(LONGEST));
    }
    List<PasswordFlaw> flaws = new ArrayList<>();
    if (length < minLength) {
      flaws.add(new PasswordFlaw.TooShort(minLength));
    }
    for (CharacterKind kind : CharacterKind.values()) {
      if (required(kind) > 0 && kind.countIn(password) < required(kind)) {
        flaws.add(new PasswordFlaw.TooFew(kind, required(kind)));
      }
    }
    flaws.addAll(weakness(password, known));
    return List.copyOf(flaws);
  }

  private List<PasswordFlaw> weakness(String password, Collection<String> known) {
    if (strength == Strength.ANY) {
      return List.of();
    }
    Rating rating = StrengthMeter.shared().rate(password, known);
    return rating.strength().isAtLeast(strength)
        ? List.of()
        : List.of(new PasswordFlaw.TooWeak(strength, rating));
  }

  /** How many characters of a kind are needed. */
  public int required(CharacterKind kind) {
    return switch (kind) {
      case CAPITAL_LETTER -> capitalLetters;
      case LOWERCASE_LETTER -> lowercaseLetters;
      case DIGIT -> digits;
      case SPECIAL_CHARACTER -> specialCharacters;
    };
  }
}
