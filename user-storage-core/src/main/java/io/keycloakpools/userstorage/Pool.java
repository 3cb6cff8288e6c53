package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import org.keycloak.models.UserModel;

/**
 * One user pool of a realm.
 *
 * @param id component id
 * @param name what the admin called it
 */
record Pool(String id, String name, UserPoolConfig config, Directory directory) {

  /** Whether the directory is the authority over a user. */
  boolean owns(UserModel user) {
    return id.equals(user.getFederationLink());
  }
}
