package io.keycloakpools.simulators.auth0;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scopes in the order they were asked for. */
record Scopes(Set<String> names) {
  Scopes {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  static Scopes of(String text) {
    Set<String> names = new LinkedHashSet<>(List.of(text.trim().split("\\s+", -1)));
    names.remove("");
    return new Scopes(names);
  }

  Scopes within(Collection<String> allowed) {
    Set<String> both = new LinkedHashSet<>(names);
    both.retainAll(allowed);
    return new Scopes(both);
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  String text() {
    return String.join(" ", names);
  }
}
