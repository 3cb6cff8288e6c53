package io.keycloakpools.passwordpolicy.strength;

import java.util.Optional;
import java.util.Set;

/**
 * A strength and its reasons.
 *
 * @param guessesLog10 a lower bound above 10, where the highest strength begins
 * @param advice empty only for very strong passwords
 */
public record Rating(
    Strength strength, double guessesLog10, Optional<Weakness> weakness, Set<Advice> advice) {

  public Rating {
    advice = Set.copyOf(advice);
  }
}
