package io.keycloakpools.userstorage.directory;

import java.util.Locale;

/**
 * Compares names as Keycloak stores them: in lower case ({@code
 * KeycloakModelUtils.toLowerCaseSafe}) without surrounding spaces. {@link String#equalsIgnoreCase}
 * folds each letter alone, and differs where lower case changes the length or depends on
 * neighbours.
 */
public final class Names {

  private Names() {}

  public static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether both names are stored identically; null matches nothing. */
  public static boolean same(String one, String other) {
    return one != null && other != null && folded(one).equals(folded(other));
  }
}
