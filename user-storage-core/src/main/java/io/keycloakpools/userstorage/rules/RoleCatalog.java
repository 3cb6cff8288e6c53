package io.keycloakpools.userstorage.rules;

import java.util.Optional;

public interface RoleCatalog {

  /** {@code administrative} roles give power over the realm or accounts. */
  record Role(String id, boolean administrative) {}

  Optional<Role> realmRole(String name);

  /** Resolves a setting: a realm role or {@code client/role}. */
  Optional<Role> mapped(String words);
}
