package io.keycloakpools.passwordpolicy.rules;

import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Strength;
import io.keycloakpools.passwordpolicy.strength.StrengthMeter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Characters are code points.
 *
 * @param capitalLetters minimum, 0 to {@value #MOST_OF_A_KIND}, as for the other kinds
 * @param minLength 1 to {@value #LONGEST_MINIMUM}
 * @param notUsedSince last passwords that may not be reused, 0 to {@value #MOST_REMEMBERED}; 0
 *     keeps none
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

  /** Nobody types more characters. */
  public static final int LONGEST = StrengthMeter.LONGEST;

  /** Twice the minimum of NIST SP 800-63B-4, section 3.1.1.2. */
  public static final int LONGEST_MINIMUM = 128;

  public static final int MOST_OF_A_KIND = 32;

  /** Each remembered password costs a hash when a new one is set. */
  public static final int MOST_REMEMBERED = 24;

  /**
   * @throws IllegalArgumentException with the setting and its possible values
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

  /** The defaults before strength was measured. */
  public static PasswordSettings legacyDefaults() {
    return new PasswordSettings(Strength.ANY, 0, 0, 0, 0, 8, 0);
  }

  public static PasswordSettings ofStrength(Strength strength) {
    return new PasswordSettings(strength, 0, 0, 0, 0, 1, 0);
  }

  /** Refuses only empty and too long passwords. */
  public static PasswordSettings lenient() {
    return ofStrength(Strength.ANY);
  }

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

  public static PasswordSettings currentDefaults() {
    return new PasswordSettings(Strength.FAIR, 0, 0, 0, 0, 8, 0);
  }

  /**
   * All flaws but reuse, which needs stored passwords. Takes milliseconds for any input.
   *
   * @param known username, e-mail address, names
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

  public int required(CharacterKind kind) {
    return switch (kind) {
      case CAPITAL_LETTER -> capitalLetters;
      case LOWERCASE_LETTER -> lowercaseLetters;
      case DIGIT -> digits;
      case SPECIAL_CHARACTER -> specialCharacters;
    };
  }
}
