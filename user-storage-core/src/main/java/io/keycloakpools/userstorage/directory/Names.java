package io.keycloakpools.userstorage.directory;

import java.util.Locale;

/**
 * When two names are the same name: one way for Keycloak's side and the directory's. Letters become
 * small as Keycloak makes them ({@code KeycloakModelUtils.toLowerCaseSafe}), and spaces at the ends
 * are no part of a name. {@link String#equalsIgnoreCase} folds letter by letter and comes to other
 * answers where a small letter has another length or depends on its neighbours.
 */
public final class Names {

  private Names() {}

  /** The name as Keycloak stores it. */
  public static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether both are stored as one name; null is nobody's. */
  public static boolean same(String one, String other) {
    return one != null && other != null && folded(one).equals(folded(other));
  }
}
