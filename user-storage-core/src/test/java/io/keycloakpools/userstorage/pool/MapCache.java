package io.keycloakpools.userstorage.pool;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.cache.LocalCache;

/** A cache without expiry. */
final class MapCache<K, V> implements LocalCache<K, V> {

  final Map<K, V> entries = new HashMap<>();

  @Override
  public V get(K key) {
    return entries.get(key);
  }

  @Override
  public void put(K key, V value) {
    entries.put(key, value);
  }

  @Override
  public void invalidate(K key) {
    entries.remove(key);
  }

  @Override
  public void close() {
    entries.clear();
  }
}
