package io.keycloakpools.simulators.auth0;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

record Auth0Scopes(Set<String> names) {
  Auth0Scopes {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  static Auth0Scopes of(String text) {
    Set<String> names = new LinkedHashSet<>(List.of(text.trim().split("\\s+", -1)));
    names.remove("");
    return new Auth0Scopes(names);
  }

  Auth0Scopes within(Collection<String> allowed) {
    Set<String> both = new LinkedHashSet<>(names);
    both.retainAll(allowed);
    return new Auth0Scopes(both);
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
