package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;

public final class Usernames {

  private Usernames() {}

  /**
   * Uses lower case, as Keycloak stores usernames. The e-mail address, or else the phone number,
   * replaces an opaque username (equal to the external id).
   */
  public static String of(DirectoryUser user, boolean emailAsUsername) {
    boolean opaque = user.username().equals(user.externalId());
    String name = user.username();
    if (user.email().isPresent() && (opaque || emailAsUsername)) {
      name = user.email().get();
    } else if (opaque && user.phoneNumber().isPresent()) {
      name = user.phoneNumber().get();
    }
    return Names.folded(name);
  }
}
