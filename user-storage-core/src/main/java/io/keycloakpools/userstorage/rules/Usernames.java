package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;

/** Which username a directory's user gets here. */
public final class Usernames {

  private Usernames() {}

  /**
   * The directory's username; where that is opaque (equal to the external id), the e-mail address,
   * then the phone number. Lower case, as Keycloak stores every username.
   *
   * @param emailAsUsername the realm's switch of the same name
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
