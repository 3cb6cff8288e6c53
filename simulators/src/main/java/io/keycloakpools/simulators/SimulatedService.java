package io.keycloakpools.simulators;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulated directory does with a request.
 *
 * @param <O> its operations
 * @param <R> what it records of a request
 */
public interface SimulatedService<O extends Enum<O>, R> {

  Optional<O> operation(HttpRequest request);

  /** Returns what is recorded: nothing secret. */
  R describe(HttpRequest request, Instant at);

  Answer answer(HttpRequest request);

  Map<String, String> commonHeaders();
}
