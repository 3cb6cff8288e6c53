package io.keycloakpools.common.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An in-memory realm. */
final class Things implements Targets {

  private record Thing(ReferenceKind kind, Target target) {}

  private final List<Thing> all = new ArrayList<>();

  Things with(ReferenceKind kind, String id, String name) {
    without(id);
    all.add(new Thing(kind, new Target(id, name)));
    return this;
  }

  Things without(String id) {
    all.removeIf(thing -> thing.target().id().equals(id));
    return this;
  }

  @Override
  public Optional<Target> byId(ReferenceKind kind, String id) {
    return of(kind).stream().filter(target -> target.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Target> byName(ReferenceKind kind, String name) {
    return of(kind).stream().filter(target -> target.name().equals(name)).findFirst();
  }

  private List<Target> of(ReferenceKind kind) {
    return all.stream().filter(thing -> thing.kind() == kind).map(Thing::target).toList();
  }
}
