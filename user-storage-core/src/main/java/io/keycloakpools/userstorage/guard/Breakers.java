package io.keycloakpools.userstorage.guard;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Separate breakers, because a directory without user data may still check passwords, which
 * suffices for linked users.
 */
public record Breakers(Breaker lookups, Breaker passwords) implements Guard {

  @Override
  public <A> A around(Question<A> question, Supplier<A> next) {
    Optional<Breaker> breaker = question.breaker(this);
    return breaker.isPresent()
        ? breaker
            .get()
            .ask(next, answer -> question.outcome(answer).outage(), question::unavailable)
        : next.get();
  }
}
