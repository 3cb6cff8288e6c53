package io.keycloakpools.simulators.cognito;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

final class CognitoUserIndex {
  static final String USERNAME = "username";
  static final String SUB = "sub";
  private static final List<String> ATTRIBUTES =
      List.of("email", "phone_number", "preferred_username");

  private record Key(String field, String value) {}

  private final CognitoPoolSettings pool;
  private final Map<Key, NavigableSet<Long>> sequences = new HashMap<>();

  CognitoUserIndex(CognitoPoolSettings pool) {
    this.pool = pool;
  }

  void add(StoredUser stored) {
    visit(
        stored.user(),
        (field, value) ->
            sequences
                .computeIfAbsent(key(field, value), unused -> new TreeSet<>())
                .add(stored.sequence()));
  }

  void remove(StoredUser stored) {
    visit(
        stored.user(),
        (field, value) -> {
          NavigableSet<Long> found = sequences.get(key(field, value));
          found.remove(stored.sequence());
          if (found.isEmpty()) {
            sequences.remove(key(field, value));
          }
        });
  }

  Set<Long> find(String field, String value) {
    return sequences.getOrDefault(key(field, value), new TreeSet<>());
  }

  private Key key(String field, String value) {
    return new Key(field, pool.fold(value));
  }

  private static void visit(CognitoUser user, BiConsumer<String, String> entry) {
    entry.accept(USERNAME, user.username());
    entry.accept(SUB, user.sub());
    for (String name : ATTRIBUTES) {
      String value = user.attributes().get(name);
      if (value != null) {
        entry.accept(name, value);
      }
    }
  }
}
