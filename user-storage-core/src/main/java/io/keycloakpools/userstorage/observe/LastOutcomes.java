package io.keycloakpools.userstorage.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest comes first. */
final class LastOutcomes {

  static final int MOST = 50;

  private final Deque<Outcome> outcomes = new ArrayDeque<>();

  synchronized void add(Outcome outcome) {
    if (outcomes.size() == MOST) {
      outcomes.removeLast();
    }
    outcomes.addFirst(outcome);
  }

  synchronized List<Outcome> all() {
    return List.copyOf(outcomes);
  }
}
