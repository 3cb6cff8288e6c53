package io.keycloakpools.userstorage.rules;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the directory wants a person to do at the first sign-in.
 *
 * @param taken Keycloak's names of what is asked of the person
 * @param left what cannot be asked here
 */
public record RequiredActions(Set<String> taken, Set<String> left) {

  private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";
  private static final String UPDATE_EMAIL = "UPDATE_EMAIL";

  /**
   * Divides the wishes of a directory. A person who is asked to change what the directory keeps
   * could never do it, and so never get in.
   *
   * @param enabled whether the realm has an action and has it enabled
   * @param passwordHere whether the person can set a password in Keycloak
   * @param profileHere whether the person can change their data in Keycloak
   */
  public static RequiredActions of(
      Set<String> wanted, Predicate<String> enabled, boolean passwordHere, boolean profileHere) {
    Predicate<String> possible =
        enabled
            .and(name -> passwordHere || !UPDATE_PASSWORD.equals(name))
            .and(name -> profileHere || !UPDATE_EMAIL.equals(name));
    Set<String> taken = new TreeSet<>(wanted);
    taken.removeIf(possible.negate());
    Set<String> left = new TreeSet<>(wanted);
    left.removeAll(taken);
    return new RequiredActions(taken, left);
  }
}
