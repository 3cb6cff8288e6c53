package io.keycloakpools.userstorage.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Setting {@code roleMappings}: maps to {@code role} in the realm, or {@code client/role}. Unmapped
 * names match a realm role exactly, unless it is administrative. Roles are never created.
 */
public record RoleMapping(Map<String, String> roleByDirectoryName) {

  public RoleMapping {
    roleByDirectoryName = Map.copyOf(roleByDirectoryName);
  }

  public Set<String> roleIds(Set<String> directoryNames, RoleCatalog catalog) {
    return directoryNames.stream()
        .map(name -> role(name, catalog))
        .flatMap(Optional::stream)
        .map(RoleCatalog.Role::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<RoleCatalog.Role> role(String directoryName, RoleCatalog catalog) {
    String words = roleByDirectoryName.get(directoryName);
    return words == null
        ? catalog.realmRole(directoryName).filter(role -> !role.administrative())
        : catalog.mapped(words);
  }
}
