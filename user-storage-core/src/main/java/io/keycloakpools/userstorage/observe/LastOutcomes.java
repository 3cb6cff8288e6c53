package io.keycloakpools.userstorage.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last outcomes of a pool on this node, the newest first. */
final class LastOutcomes {

  /** The oldest makes way. */
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
