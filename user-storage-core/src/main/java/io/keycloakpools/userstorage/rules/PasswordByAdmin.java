package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import java.util.function.Predicate;

/** What of the directory's data goes with a user who moves by an admin's password. */
public enum PasswordByAdmin {
  ALL_DATA,
  /** A tenant of the user is missing: only authenticator apps, so that no second factor is lost. */
  AUTHENTICATOR_APPS,
  /** The directory does not know the user, or cannot be asked: an admin's word counts anyway. */
  NOTHING;

  /**
   * Decides by the directory's answer.
   *
   * @param tenantReady whether the organizations of the user's tenants exist, or could be created
   */
  public static PasswordByAdmin of(Lookup answer, Predicate<DirectoryUser> tenantReady) {
    return answer.fold(
        user -> tenantReady.test(user) ? ALL_DATA : AUTHENTICATOR_APPS,
        () -> NOTHING,
        matches -> NOTHING,
        outage -> NOTHING);
  }
}
