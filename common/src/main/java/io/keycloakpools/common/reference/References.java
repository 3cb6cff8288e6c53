package io.keycloakpools.common.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@link #KEY} is not a declared property, so Keycloak neither shows it to admins nor accepts it
 * from them ({@code StripSecretsUtils.stripComponent}, {@code
 * RepresentationToModel.updateComponent}).
 */
public final class References {

  public static final String KEY = "references";

  private final Map<String, Map<String, String>> idsByName = new HashMap<>();

  private References(List<Reference> references) {
    references.forEach(
        one ->
            idsByName
                .computeIfAbsent(one.setting(), key -> new HashMap<>())
                .put(one.name(), one.id()));
  }

  /**
   * Parses stored references.
   *
   * @param values of {@link #KEY}; may be null
   */
  public static References of(List<String> values) {
    return new References(
        values == null
            ? List.of()
            : values.stream()
                .filter(value -> value != null)
                .flatMap(value -> Reference.decoded(value).stream())
                .toList());
  }

  /** Empty text if there was no target. */
  Optional<String> id(String setting, String name) {
    return Optional.ofNullable(namesOf(setting).get(name));
  }

  /** Ids by name, including former names. */
  Map<String, String> namesOf(String setting) {
    return idsByName.getOrDefault(setting, Map.of());
  }

  boolean mention(String id) {
    return idsByName.values().stream().anyMatch(ids -> ids.containsValue(id));
  }

  /** Whether a name of the setting was lost, and with it its meaning. */
  public boolean lost(String setting) {
    return namesOf(setting).containsKey("");
  }

  /**
   * A name without a reference is looked up; a deleted target is replaced by another of its name
   * only if {@link ReferenceKind#returnsByName}.
   */
  public Optional<Target> find(String setting, ReferenceKind kind, String name, Targets targets) {
    Optional<String> id = id(setting, name);
    Optional<Target> present = id.flatMap(known -> targets.byId(kind, known));
    return present.isEmpty() && (id.isEmpty() || kind.returnsByName())
        ? targets.byName(kind, name)
        : present;
  }

  /**
   * Whether one of the names refers to a client.
   *
   * @param exists whether a client with this id exists
   */
  public boolean meanClient(
      String setting, Collection<String> names, Target client, Predicate<String> exists) {
    return names.stream()
        .anyMatch(
            name -> {
              Optional<String> id = id(setting, name);
              return id.filter(client.id()::equals).isPresent()
                  || (name.equals(client.name()) && id.filter(exists).isEmpty());
            });
  }
}
