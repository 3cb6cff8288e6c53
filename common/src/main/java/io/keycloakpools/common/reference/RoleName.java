package io.keycloakpools.common.reference;

import java.util.ArrayList;
import java.util.List;

/** {@code client/role}. */
record RoleName(String client, String role) {

  /** All readings of a text: both parts may contain slashes. */
  static List<RoleName> possible(String text) {
    List<RoleName> possible = new ArrayList<>();
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      possible.add(new RoleName(text.substring(0, slash), text.substring(slash + 1)));
    }
    return possible;
  }
}
