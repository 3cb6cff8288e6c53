package io.keycloakpools.userstorage.rules;

import java.util.Optional;

public interface GroupCatalog {

  /** {@code administrative} groups give power over the realm or accounts. */
  record Group(String id, boolean administrative) {}

  /** The leading slash is optional. */
  Optional<Group> byPath(String path);

  /** Resolves a path in a setting. */
  Optional<Group> mapped(String path);
}
