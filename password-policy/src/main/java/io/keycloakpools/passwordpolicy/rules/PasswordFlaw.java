package io.keycloakpools.passwordpolicy.rules;

import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Strength;

/** One thing that is wrong with a password. Holds nothing of the password. */
public sealed interface PasswordFlaw {

  /**
   * Fewer code points than are needed.
   *
   * @param required how many are needed
   */
  record TooShort(int required) implements PasswordFlaw {}

  /**
   * More code points than are handled: see {@link PasswordSettings#LONGEST}.
   *
   * @param allowed how many are handled
   */
  record TooLong(int allowed) implements PasswordFlaw {}

  /**
   * Too few characters of a kind.
   *
   * @param kind which
   * @param required how many are needed
   */
  record TooFew(CharacterKind kind, int required) implements PasswordFlaw {}

  /**
   * Easier to guess than is allowed.
   *
   * @param required the strength that is needed
   * @param rating the strength that it has, and why
   */
  record TooWeak(Strength required, Rating rating) implements PasswordFlaw {}

  /**
   * One of the passwords that the user has or had.
   *
   * @param notUsedSince how often another password has to be set before it may come back
   */
  record Reused(int notUsedSince) implements PasswordFlaw {}
}
