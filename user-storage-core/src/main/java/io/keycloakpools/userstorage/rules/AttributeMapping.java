package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Setting {@code attributeMappings}. */
public record AttributeMapping(Map<String, String> targetBySource) {

  /** Keycloak's own limit for a profile attribute, in characters. */
  public static final int LONGEST_VALUE = Texts.LONGEST_VALUE;

  public static final int MOST_VALUES = 100;

  public AttributeMapping {
    targetBySource = Map.copyOf(targetBySource);
  }

  public Set<String> targets() {
    return Set.copyOf(targetBySource.values());
  }

  /** Targets without a value in the directory are empty. */
  public Map<String, List<String>> apply(DirectoryUser user) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    targetBySource.forEach((source, target) -> values.put(target, usable(user, source)));
    return values;
  }

  /** Mapped attributes with values that are not copied. */
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
