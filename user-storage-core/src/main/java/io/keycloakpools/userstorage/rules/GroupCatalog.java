package io.keycloakpools.userstorage.rules;

import java.util.Optional;

/** The groups of a realm. */
public interface GroupCatalog {

  /**
   * A group.
   *
   * @param id Keycloak's identifier
   * @param administrative whether its members get power over the realm or over accounts
   */
  record Group(String id, boolean administrative) {}

  /** Finds a group by its path; the slash in front may be missing. */
  Optional<Group> byPath(String path);

  /** Finds what an admin named by its path. */
  Optional<Group> mapped(String path);
}
