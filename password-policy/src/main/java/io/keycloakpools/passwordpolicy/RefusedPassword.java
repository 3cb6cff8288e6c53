package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordFlaw;
import io.keycloakpools.passwordpolicy.strength.Advice;
import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Weakness;
import java.util.Arrays;
import java.util.List;
import org.keycloak.policy.PolicyError;

/**
 * Puts all flaws into one message. Keycloak's pages, account and admin API format one key with
 * {@link java.text.MessageFormat}, and none translates parameters. So these are numbers, and {@code
 * passwordRefused} has a choice for each; 0 means no flaw.
 */
final class RefusedPassword {

  static final String MESSAGE = "passwordRefused";

  private static final int TOO_SHORT = 0;
  private static final int TOO_LONG = 1;
  private static final int CAPITAL_LETTERS = 2;
  private static final int LOWERCASE_LETTERS = 3;
  private static final int DIGITS = 4;
  private static final int SPECIAL_CHARACTERS = 5;
  private static final int REUSED = 6;
  private static final int TOO_WEAK = 7;
  private static final int WEAKNESS = 8;

  /** First parameter of the advice, in the order of {@link Advice}. */
  private static final int ADVICE = 9;

  private final Object[] parameters = new Object[ADVICE + Advice.values().length];

  private RefusedPassword() {
    Arrays.fill(parameters, 0);
  }

  /**
   * @param flaws at least one
   */
  static PolicyError because(List<PasswordFlaw> flaws) {
    RefusedPassword refused = new RefusedPassword();
    flaws.forEach(refused::add);
    return new PolicyError(MESSAGE, refused.parameters);
  }

  private void add(PasswordFlaw flaw) {
    if (flaw instanceof PasswordFlaw.TooShort tooShort) {
      parameters[TOO_SHORT] = tooShort.required();
    } else if (flaw instanceof PasswordFlaw.TooLong tooLong) {
      parameters[TOO_LONG] = tooLong.allowed();
    } else if (flaw instanceof PasswordFlaw.TooFew tooFew) {
      parameters[place(tooFew)] = tooFew.required();
    } else if (flaw instanceof PasswordFlaw.Reused reused) {
      parameters[REUSED] = reused.notUsedSince();
    } else if (flaw instanceof PasswordFlaw.TooWeak tooWeak) {
      parameters[TOO_WEAK] = 1;
      add(tooWeak.rating());
    }
  }

  private static int place(PasswordFlaw.TooFew tooFew) {
    return switch (tooFew.kind()) {
      case CAPITAL_LETTER -> CAPITAL_LETTERS;
      case LOWERCASE_LETTER -> LOWERCASE_LETTERS;
      case DIGIT -> DIGITS;
      case SPECIAL_CHARACTER -> SPECIAL_CHARACTERS;
    };
  }

  private void add(Rating rating) {
    parameters[WEAKNESS] = rating.weakness().map(Weakness::number).orElse(0);
    Advice[] all = Advice.values();
    for (int at = 0; at < all.length; at++) {
      parameters[ADVICE + at] = rating.advice().contains(all[at]) ? 1 : 0;
    }
  }
}
