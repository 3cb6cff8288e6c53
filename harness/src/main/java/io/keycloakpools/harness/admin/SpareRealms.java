package io.keycloakpools.harness.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Realms that were given back as good as new. Making and deleting a realm keeps Keycloak busy for
 * longer than most tests do.
 */
final class SpareRealms {
  private final Map<String, Deque<TestRealm>> byKind = new HashMap<>();
  private final Map<String, CleanRealm> clean = new HashMap<>();

  /** Remembers what a realm that was just made is like. */
  synchronized void made(TestRealm realm) {
    clean.put(realm.name(), CleanRealm.of(realm.rest()));
  }

  /**
   * A spare realm.
   *
   * @param kind what it was made from
   */
  synchronized Optional<TestRealm> take(String kind) {
    return Optional.ofNullable(byKind.getOrDefault(kind, new ArrayDeque<>()).poll());
  }

  /** Cleans a realm and keeps it; one that does not get clean is deleted. */
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
