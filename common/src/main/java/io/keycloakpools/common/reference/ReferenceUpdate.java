package io.keycloakpools.common.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves names. Each keeps its id while the target exists, and takes the target's present name.
 */
final class ReferenceUpdate {

  /** Decides what a name without a target may refer to. */
  enum Occasion {
    /** An admin or a file chose the names: they refer to the present owners. */
    CHOSEN,
    /** Something else changed: deleted targets stay deleted. */
    FOLLOWED
  }

  record Renamed(ReferenceKind kind, String id, String before) {}

  /**
   * @param unknown new names without a target
   */
  record Result(Map<String, List<String>> values, List<String> references, List<Broken> unknown) {

    boolean isIn(Map<String, List<String>> config) {
      List<String> present = config.getOrDefault(References.KEY, List.of());
      return Set.copyOf(present).equals(Set.copyOf(references))
          && values.entrySet().stream()
              .allMatch(entry -> Objects.equals(config.get(entry.getKey()), entry.getValue()));
    }

    /** Forgets names without a target, so that they are looked up again. */
    Result withoutMissing() {
      return new Result(
          values,
          references.stream()
              .filter(
                  text ->
                      Reference.decoded(text)
                          .filter(one -> one.id().isEmpty() && !one.isLost())
                          .isEmpty())
              .toList(),
          unknown);
    }

    void writeInto(Map<String, List<String>> config) {
      config.putAll(values);
      if (references.isEmpty()) {
        config.remove(References.KEY);
      } else {
        config.put(References.KEY, references);
      }
    }
  }

  private final Targets targets;
  private final Map<String, List<String>> before;
  private final References known;
  private final Occasion occasion;
  private final Optional<Renamed> renamed;

  /**
   * @param before the stored configuration; may be empty
   */
  ReferenceUpdate(
      Targets targets,
      Map<String, List<String>> before,
      Occasion occasion,
      Optional<Renamed> renamed) {
    this.targets = targets;
    this.before = before;
    this.known = References.of(before.get(References.KEY));
    this.occasion = occasion;
    this.renamed = renamed;
  }

  Result of(List<ReferenceSetting> settings, Map<String, List<String>> config) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Set<String> references = new LinkedHashSet<>();
    List<Broken> unknown = new ArrayList<>();
    for (ReferenceSetting setting : settings) {
      Map<String, Target> meant = new LinkedHashMap<>();
      setting.in(config).forEach(name -> meant.put(name, meaning(setting, name)));
      all(setting, meant).forEach(one -> references.add(one.encoded()));
      if (lost(setting, config)) {
        references.add(Reference.lost(setting.key()).encoded());
      }
      List<String> named = setting.renamed(config, name -> meant.get(name).name());
      if (!named.isEmpty()) {
        values.put(
            setting.key(),
            occasion == Occasion.CHOSEN ? named.stream().distinct().toList() : named);
      }
      List<String> stored = setting.in(before);
      meant.forEach(
          (name, target) -> {
            if (target.id().isEmpty() && !stored.contains(name)) {
              unknown.add(new Broken(setting, name));
            }
          });
    }
    return new Result(values, List.copyOf(references), unknown);
  }

  /** The id is empty if there is no target. */
  private Target meaning(ReferenceSetting setting, String name) {
    ReferenceKind kind = setting.kind();
    Optional<String> id = known.id(setting.key(), name);
    Optional<Target> kept = id.flatMap(one -> targets.byId(kind, one));
    Optional<Target> now = targets.byName(kind, name);
    boolean chosen = setting.in(before).contains(name);
    if (kept.isPresent() && (chosen || now.isEmpty())) {
      boolean stillNamed = now.filter(found -> found.id().equals(id.get())).isPresent();
      return stillNamed ? new Target(id.get(), name) : kept.get();
    }
    if (occasion == Occasion.FOLLOWED && id.isPresent() && !kind.returnsByName()) {
      return new Target(id.get(), name);
    }
    return now.map(found -> new Target(found.id(), name))
        .or(() -> follower(kind, name))
        .orElseGet(() -> new Target(id.orElse(""), name));
  }

  private Optional<Target> follower(ReferenceKind kind, String name) {
    return renamed
        .filter(one -> one.kind() == kind && one.before().equals(name))
        .flatMap(one -> targets.byId(kind, one.id()));
  }

  /** Includes the last former name of each target, because scripts keep sending it. */
  private List<Reference> all(ReferenceSetting setting, Map<String, Target> meant) {
    List<Reference> all = new ArrayList<>();
    Map<String, String> former = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    meant.values().forEach(target -> names.add(target.name()));
    known
        .namesOf(setting.key())
        .forEach(
            (name, id) -> {
              if (!names.contains(name)) {
                former.put(id, name);
              }
            });
    meant.forEach(
        (name, target) -> {
          all.add(new Reference(setting.key(), target.name(), target.id()));
          if (!name.equals(target.name())) {
            former.put(target.id(), name);
          }
        });
    meant.values().stream()
        .map(Target::id)
        .filter(id -> !id.isEmpty())
        .distinct()
        .forEach(
            id -> {
              String name = former.get(id);
              if (name != null && !name.isEmpty() && !names.contains(name)) {
                all.add(new Reference(setting.key(), name, id));
              }
            });
    return all;
  }

  /** A name stays lost until an admin enters the names again. */
  private boolean lost(ReferenceSetting setting, Map<String, List<String>> config) {
    List<String> names = setting.in(config);
    boolean enteredAgain = !names.isEmpty() && !names.equals(setting.in(before));
    return setting.damaged(config) || (known.lost(setting.key()) && !enteredAgain);
  }
}
