package io.keycloakpools.userstorage.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.component.ComponentModel;

/**
 * The open pools of one factory: a pool keeps its directory's clients and connections until its
 * settings change. Each node notices a change by itself at the next use, because it compares the
 * settings that it opened the pool with.
 */
final class Pools implements AutoCloseable {

  /** Longer than any call may take: requests that have the pool finish with it. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private record Open(String name, Map<String, List<String>> settings, Pool pool) {}

  private final ConcurrentMap<String, Open> open = new ConcurrentHashMap<>();
  private final Consumer<String> observers;
  private final Executor later;

  /**
   * @param observers forgets a pool that is no more
   */
  Pools(Consumer<String> observers) {
    this(observers, CompletableFuture.delayedExecutor(GRACE.toSeconds(), TimeUnit.SECONDS));
  }

  /**
   * @param later runs what has to wait until the requests of now are over
   */
  Pools(Consumer<String> observers, Executor later) {
    this.observers = observers;
    this.later = later;
  }

  /** The pool of a component, opened with its present settings. */
  Pool get(ComponentModel model, Supplier<Pool> opener) {
    return open.compute(model.getId(), (id, before) -> current(before, model, opener)).pool();
  }

  /**
   * Closes the pool of a component that is no more. A request that began before it was gone may
   * open it again, so that it is closed once more when these are over.
   */
  void forget(String componentId) {
    forgetNow(componentId);
    later.execute(() -> forgetNow(componentId));
  }

  private void forgetNow(String componentId) {
    remove(componentId);
    observers.accept(componentId);
  }

  /** Closes the pool of a component; the next request opens it anew. */
  void remove(String componentId) {
    Open gone = open.remove(componentId);
    if (gone != null) {
      closeLater(gone);
    }
  }

  @Override
  public void close() {
    open.values().forEach(last -> last.pool().close());
    open.clear();
  }

  private void closeLater(Open gone) {
    later.execute(() -> gone.pool().close());
  }

  private Open current(Open before, ComponentModel model, Supplier<Pool> opener) {
    Map<String, List<String>> settings = copy(model.getConfig());
    if (before != null
        && before.settings().equals(settings)
        && before.name().equals(model.getName())) {
      return before;
    }
    Open now = new Open(model.getName(), settings, opener.get());
    if (before != null) {
      closeLater(before);
    }
    return now;
  }

  /** A copy of its own: a component's configuration may be changed in place. */
  private static Map<String, List<String>> copy(Map<String, List<String>> config) {
    Map<String, List<String>> copy = new HashMap<>();
    config.forEach((key, values) -> copy.put(key, new ArrayList<>(values)));
    return copy;
  }
}
