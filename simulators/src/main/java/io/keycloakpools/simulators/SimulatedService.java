package io.keycloakpools.simulators;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulated directory does with a request.
 *
 * @param <O> its operations
 * @param <R> what it keeps of a request
 */
public interface SimulatedService<O extends Enum<O>, R> {

  /** Returns the operation that is asked for; empty when the simulator has none. */
  Optional<O> operation(HttpRequest request);

  /** Returns what is to be recorded: nothing secret. */
  R describe(HttpRequest request, Instant at);

  /** Answers the request, and has its effect. */
  Answer answer(HttpRequest request);

  /** Returns the headers of every answer, faults that are answers included. */
  Map<String, String> commonHeaders();
}
