package io.keycloakpools.harness.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Realms that were returned clean. Making and deleting a realm keeps Keycloak busy for longer than
 * most tests do.
 */
final class SpareRealms {
  private final Map<String, Deque<TestRealm>> byKind = new HashMap<>();
  private final Map<String, CleanRealm> clean = new HashMap<>();

  synchronized void made(TestRealm realm) {
    clean.put(realm.name(), CleanRealm.of(realm.rest()));
  }

  synchronized Optional<TestRealm> take(String kind) {
    return Optional.ofNullable(byKind.getOrDefault(kind, new ArrayDeque<>()).poll());
  }

  void giveBack(String kind, TestRealm realm) {
    if (cleanOf(realm).restored()) {
      keep(kind, realm);
    } else {
      realm.delete();
    }
  }

  private synchronized CleanRealm cleanOf(TestRealm realm) {
    return clean.get(realm.name());
  }

  private synchronized void keep(String kind, TestRealm realm) {
    byKind.computeIfAbsent(kind, none -> new ArrayDeque<>()).add(realm);
  }
}
