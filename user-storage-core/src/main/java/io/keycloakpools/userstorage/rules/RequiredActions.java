package io.keycloakpools.userstorage.rules;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Actions at the first sign-in; {@code left} cannot be required here. */
public record RequiredActions(Set<String> taken, Set<String> left) {

  private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";
  private static final String UPDATE_EMAIL = "UPDATE_EMAIL";

  /**
   * A person who must change data kept in the directory could never sign in. {@code passwordHere}
   * and {@code profileHere} tell what Keycloak can change.
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
