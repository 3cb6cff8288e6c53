package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
  public static final int LONGEST_VALUE = Texts.LONGEST_VALUE;

  /** Most values of one attribute that are taken over. */
  public static final int MOST_VALUES = 100;

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
    targetBySource.forEach((source, target) -> values.put(target, usable(user, source)));
    return values;
  }

  /** The mapped attributes of the directory that have values which are not taken over. */
  public Set<String> leftOut(DirectoryUser user) {
    Set<String> names = new TreeSet<>(targetBySource.keySet());
    names.removeIf(
        source ->
            values(user, source).stream().filter(value -> !value.isBlank()).count()
                == usable(user, source).size());
    return names;
  }

  private static List<String> usable(DirectoryUser user, String source) {
    return values(user, source).stream().filter(Texts::isValue).limit(MOST_VALUES).toList();
  }

  private static List<String> values(DirectoryUser user, String source) {
    return user.attributes().getOrDefault(source, List.of());
  }
}
