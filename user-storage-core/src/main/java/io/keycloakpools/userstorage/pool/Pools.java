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
 * The open pools of one factory, with the clients and connections of their directories. Each node
 * notices changed settings at the next use, by comparing them with those of the open pool.
 */
final class Pools implements AutoCloseable {

  /** Longer than any call may take, so that requests can finish with a pool before it closes. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private record Open(String name, Map<String, List<String>> settings, Pool pool) {}

  private final ConcurrentMap<String, Open> open = new ConcurrentHashMap<>();
  private final Consumer<String> observers;
  private final Executor later;

  Pools(Consumer<String> observers) {
    this(observers, CompletableFuture.delayedExecutor(GRACE.toSeconds(), TimeUnit.SECONDS));
  }

  Pools(Consumer<String> observers, Executor later) {
    this.observers = observers;
    this.later = later;
  }

  Pool get(ComponentModel model, Supplier<Pool> opener) {
    return open.compute(model.getId(), (id, before) -> current(before, model, opener)).pool();
  }

  /**
   * Closes the pool of a deleted component now, and again later if a running request opens it once
   * more.
   */
  void forget(String componentId) {
    forgetNow(componentId);
    later.execute(() -> forgetNow(componentId));
  }

  private void forgetNow(String componentId) {
    remove(componentId);
    observers.accept(componentId);
  }

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

  /** A deep copy: a component's configuration may be changed in place. */
  private static Map<String, List<String>> copy(Map<String, List<String>> config) {
    Map<String, List<String>> copy = new HashMap<>();
    config.forEach((key, values) -> copy.put(key, new ArrayList<>(values)));
    return copy;
  }
}
