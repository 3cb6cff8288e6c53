package io.keycloakpools.userstorage.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Setting {@code groupMappings}. Unmapped names match a group by exact name or path, unless it is
 * administrative. Groups are never created.
 */
public record GroupMapping(Map<String, String> pathByDirectoryName) {

  public GroupMapping {
    pathByDirectoryName = Map.copyOf(pathByDirectoryName);
  }

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
