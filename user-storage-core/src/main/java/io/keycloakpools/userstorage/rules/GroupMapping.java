package io.keycloakpools.userstorage.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Setting {@code groupMappings}: which groups of the directory are which groups here.
 *
 * <p>A group that an admin named is given as named. Any other gives the group of exactly that name
 * or path if it exists and is not administrative; nothing is ever created.
 *
 * @param pathByDirectoryName directory group to path of a group here
 */
public record GroupMapping(Map<String, String> pathByDirectoryName) {

  public GroupMapping {
    pathByDirectoryName = Map.copyOf(pathByDirectoryName);
  }

  /** Identifiers of the groups that these directory groups give. */
  public Set<String> groupIds(Set<String> directoryNames, GroupCatalog catalog) {
    return directoryNames.stream()
        .map(name -> group(name, catalog))
        .flatMap(Optional::stream)
        .map(GroupCatalog.Group::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<GroupCatalog.Group> group(String directoryName, GroupCatalog catalog) {
    String path = pathByDirectoryName.get(directoryName);
    return path == null
        ? catalog.byPath(directoryName).filter(group -> !group.administrative())
        : catalog.mapped(path);
  }
}
