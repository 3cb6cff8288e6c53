package io.keycloakpools.userstorage;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.cache.LocalCache;

/** A cache that forgets nothing by itself. */
final class MapCache<V> implements LocalCache<String, V> {

  final Map<String, V> entries = new HashMap<>();

  @Override
  public V get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, V value) {
    entries.put(key, value);
  }

  @Override
  public void invalidate(String key) {
    entries.remove(key);
  }

  @Override
  public void close() {
    entries.clear();
  }
}
