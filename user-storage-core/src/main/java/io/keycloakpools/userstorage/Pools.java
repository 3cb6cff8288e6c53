package io.keycloakpools.userstorage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.keycloak.component.ComponentModel;

/**
 * The open pools of one factory: a pool keeps its directory's clients and connections until its
 * settings change. Each node notices a change by itself at the next use, because it compares the
 * settings that it opened the pool with.
 */
final class Pools implements AutoCloseable {

  private record Open(String name, Map<String, List<String>> settings, Pool pool) {}

  private final ConcurrentMap<String, Open> open = new ConcurrentHashMap<>();

  /** The pool of a component, opened with its present settings. */
  Pool get(ComponentModel model, Supplier<Pool> opener) {
    return open.compute(model.getId(), (id, before) -> current(before, model, opener)).pool();
  }

  /** Closes the pool of a component that is no more. */
  void remove(String componentId) {
    Open gone = open.remove(componentId);
    if (gone != null) {
      gone.pool().directory().close();
    }
  }

  @Override
  public void close() {
    open.keySet().forEach(this::remove);
  }

  private static Open current(Open before, ComponentModel model, Supplier<Pool> opener) {
    Map<String, List<String>> settings = Map.copyOf(model.getConfig());
    if (before != null
        && before.settings().equals(settings)
        && before.name().equals(model.getName())) {
      return before;
    }
    Open now = new Open(model.getName(), settings, opener.get());
    if (before != null) {
      before.pool().directory().close();
    }
    return now;
  }
}
