package io.keycloakpools.userstorage.guard;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The circuit breakers of a pool. Look-ups and password checks have one each: a directory whose
 * user data are out of reach may still check passwords, which is all that linked users need.
 *
 * @param lookups opens when users cannot be found
 * @param passwords opens when passwords cannot be checked
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
