package io.keycloakpools.userstorage.observe;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Observers of one adapter on this node. */
public final class PoolObservers implements AutoCloseable {

  private final ConcurrentMap<String, PoolObserver> observers = new ConcurrentHashMap<>();
  private final boolean metered;

  /**
   * @param metered whether the server shows metrics
   */
  public PoolObservers(boolean metered) {
    this.metered = metered;
  }

  /** A renamed pool or realm gets a new observer. */
  public PoolObserver of(ObservedPool pool) {
    return observers.compute(
        pool.id(),
        (id, before) -> {
          if (before != null && before.pool().equals(pool)) {
            return before;
          }
          if (before != null) {
            before.close();
          }
          return new PoolObserver(PoolMeters.of(pool, metered), pool);
        });
  }

  /** Empty if the pool was not used on this node. */
  public Optional<PoolObserver> find(String poolId) {
    return Optional.ofNullable(observers.get(poolId));
  }

  public List<String> ofRealm(String realmId) {
    return observers.values().stream()
        .map(PoolObserver::pool)
        .filter(pool -> pool.realmId().equals(realmId))
        .map(ObservedPool::id)
        .toList();
  }

  public void remove(String poolId) {
    PoolObserver gone = observers.remove(poolId);
    if (gone != null) {
      gone.close();
    }
  }

  @Override
  public void close() {
    observers.values().forEach(PoolObserver::close);
    observers.clear();
  }
}
