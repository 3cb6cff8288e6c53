package io.keycloakpools.common.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a client's role, as {@code client/role}.
 *
 * @param client its client ID
 * @param role its name
 */
record RoleName(String client, String role) {

  /** What a text may name: both parts may have slashes themselves. */
  static List<RoleName> possible(String text) {
    List<RoleName> possible = new ArrayList<>();
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      possible.add(new RoleName(text.substring(0, slash), text.substring(slash + 1)));
    }
    return possible;
  }
}
