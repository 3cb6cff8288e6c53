package io.keycloakpools.userstorage.rules;

import java.util.Optional;

/** The roles of a realm. */
public interface RoleCatalog {

  /**
   * A role.
   *
   * @param id Keycloak's identifier
   * @param administrative whether it gives power over the realm or over accounts
   */
  record Role(String id, boolean administrative) {}

  /** Finds a realm role by its exact name. */
  Optional<Role> realmRole(String name);

  /** Finds what an admin named: a realm role by its name, or {@code client/role}. */
  Optional<Role> mapped(String words);
}
