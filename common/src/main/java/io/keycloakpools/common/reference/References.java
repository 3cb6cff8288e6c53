package io.keycloakpools.common.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the names in a component's settings mean. Kept in its configuration under {@link #KEY},
 * which is no declared property: Keycloak neither shows it to admins nor takes it from them ({@code
 * StripSecretsUtils.stripComponent}, {@code RepresentationToModel.updateComponent}).
 */
public final class References {

  /** Key in a component's configuration. */
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
   * Reads them.
   *
   * @param values of {@link #KEY}; null for none
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

  /** The id that a name has; empty text if there was nothing of that name. */
  Optional<String> id(String setting, String name) {
    return Optional.ofNullable(namesOf(setting).get(name));
  }

  /** Names of a setting, former ones too, with their ids. */
  Map<String, String> namesOf(String setting) {
    return idsByName.getOrDefault(setting, Map.of());
  }

  /** Whether one of the names has that id. */
  boolean mention(String id) {
    return idsByName.values().stream().anyMatch(ids -> ids.containsValue(id));
  }

  /** Whether a name of that setting was lost, so that nobody knows what it meant. */
  public boolean lost(String setting) {
    return namesOf(setting).containsKey("");
  }

  /**
   * What a name means. One that was never looked for is looked for now; what is gone is not
   * replaced by another of its name, unless it {@link ReferenceKind#returnsByName}.
   */
  public Optional<Target> find(String setting, ReferenceKind kind, String name, Targets targets) {
    Optional<String> id = id(setting, name);
    Optional<Target> present = id.flatMap(known -> targets.byId(kind, known));
    return present.isEmpty() && (id.isEmpty() || kind.returnsByName())
        ? targets.byName(kind, name)
        : present;
  }

  /**
   * Whether one of these names means a client.
   *
   * @param exists whether there is a client with an id
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
