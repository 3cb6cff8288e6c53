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

  /** Finds a role of a client by the client's {@code clientId} and the role's exact name. */
  Optional<Role> clientRole(String clientId, String name);
}
