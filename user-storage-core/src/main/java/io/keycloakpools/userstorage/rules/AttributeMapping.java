package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Setting {@code attributeMappings}: which attribute of the directory becomes which user attribute
 * here.
 *
 * @param targetBySource directory attribute to Keycloak attribute
 */
public record AttributeMapping(Map<String, String> targetBySource) {

  /**
   * Longest value that is taken over, in characters: Keycloak's own limit for a profile attribute.
   */
  public static final int LONGEST_VALUE = 2048;

  public AttributeMapping {
    targetBySource = Map.copyOf(targetBySource);
  }

  /** The attributes here that the directory is in charge of. */
  public Set<String> targets() {
    return Set.copyOf(targetBySource.values());
  }

  /** Every target with the values the directory has for it, none where it has none. */
  public Map<String, List<String>> apply(DirectoryUser user) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    targetBySource.forEach(
        (source, target) ->
            values.put(
                target,
                user.attributes().getOrDefault(source, List.of()).stream()
                    .filter(value -> !value.isBlank() && value.length() <= LONGEST_VALUE)
                    .toList()));
    return values;
  }
}
