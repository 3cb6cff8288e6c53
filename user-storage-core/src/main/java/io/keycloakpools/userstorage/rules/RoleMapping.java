package io.keycloakpools.userstorage.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Setting {@code roleMappings}: which roles of the directory give which roles here.
 *
 * <p>A role that an admin named is given as named: {@code role} for a realm role, {@code
 * client/role} for a client role. Any other name gives the realm role of exactly that name if it
 * exists and is not administrative; nothing is ever created.
 *
 * @param roleByDirectoryName directory role to role here
 */
public record RoleMapping(Map<String, String> roleByDirectoryName) {

  public RoleMapping {
    roleByDirectoryName = Map.copyOf(roleByDirectoryName);
  }

  /** Identifiers of the roles that these directory roles give. */
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
