package io.keycloakpools.simulators.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The requests received since the last reset, faulty ones included; never a password. */
public final class Requests {
  private final InstantSource clock;
  private final List<RecordedRequest> received = new ArrayList<>();

  Requests(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns all requests in the order they arrived. */
  public synchronized List<RecordedRequest> all() {
    return List.copyOf(received);
  }

  /** Returns the requests of one operation in the order they arrived. */
  public List<RecordedRequest> of(Operation operation) {
    return all().stream().filter(each -> each.operation().equals(operation.wireName())).toList();
  }

  /** Returns how many requests arrived. */
  public synchronized int count() {
    return received.size();
  }

  /** Returns how many requests of one operation arrived. */
  public int count(Operation operation) {
    return of(operation).size();
  }

  /** Forgets all requests. */
  public synchronized void reset() {
    received.clear();
  }

  /**
   * Waits until at least {@code atLeast} requests have arrived.
   *
   * @return whether they did before the time was over
   */
  public synchronized boolean await(int atLeast, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (received.size() < atLeast) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  synchronized void record(HttpRequest request, JsonNode body) {
    received.add(
        new RecordedRequest(
            request.operationName(),
            first(
                body.path("Username"),
                body.path("AuthParameters").path("USERNAME"),
                body.path("ChallengeResponses").path("USERNAME")),
            first(body.path("Filter")),
            first(body.path("AuthFlow")),
            first(
                body.path("UserContextData").path("IpAddress"),
                body.path("ContextData").path("IpAddress")),
            clock.instant()));
    notifyAll();
  }

  private static Optional<String> first(JsonNode... nodes) {
    return Stream.of(nodes).filter(JsonNode::isTextual).map(JsonNode::textValue).findFirst();
  }
}
