package io.keycloakpools.passwordpolicy.strength;

import java.util.Optional;
import java.util.Set;

/**
 * How strong a password is and why it is not stronger. Holds nothing of the password.
 *
 * @param strength the strength that the password has
 * @param guessesLog10 how many guesses it takes, as a power of ten; a bound from below once it is
 *     over 10, where the highest strength begins
 * @param weakness what makes it easy to guess; empty if nothing stands out
 * @param advice what would help; at least one thing unless the password is very strong
 */
public record Rating(
    Strength strength, double guessesLog10, Optional<Weakness> weakness, Set<Advice> advice) {

  public Rating {
    advice = Set.copyOf(advice);
  }
}
