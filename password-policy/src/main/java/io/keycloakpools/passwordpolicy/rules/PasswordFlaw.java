package io.keycloakpools.passwordpolicy.rules;

import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Strength;

/** Contains no part of the password. */
public sealed interface PasswordFlaw {

  /**
   * Too few code points.
   *
   * @param required minimum
   */
  record TooShort(int required) implements PasswordFlaw {}

  /**
   * Too many code points.
   *
   * @param allowed {@link PasswordSettings#LONGEST}
   */
  record TooLong(int allowed) implements PasswordFlaw {}

  record TooFew(CharacterKind kind, int required) implements PasswordFlaw {}

  record TooWeak(Strength required, Rating rating) implements PasswordFlaw {}

  record Reused(int notUsedSince) implements PasswordFlaw {}
}
