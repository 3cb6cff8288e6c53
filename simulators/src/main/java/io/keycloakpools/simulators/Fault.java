package io.keycloakpools.simulators;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What goes wrong with a request; armed through {@link Faults}. */
public sealed interface Fault {

  record Latency(Duration delay) implements Fault {}

  /** Does not answer until {@link Faults#release()}, then answers as usual. */
  record Hang() implements Fault {}

  /** Closes the connection without an answer; the request has no effect. */
  record ConnectionReset() implements Fault {}

  /** Sends this answer instead; the request has no effect. */
  record Reply(Answer answer) implements Fault {}

  /** Sends the first half of the usual JSON as if it were all. */
  record TruncatedJson() implements Fault {}

  /** Sends the usual answer byte by byte, with this pause before each. */
  record SlowDrip(Duration pause) implements Fault {}

  /**
   * Adds this many bytes to the usual JSON: a member to an object, blanks otherwise. The answer
   * stays valid.
   */
  record HugeAnswer(int bytes) implements Fault {}

  static Fault latency(Duration delay) {
    return new Latency(delay);
  }

  static Fault hang() {
    return new Hang();
  }

  static Fault connectionReset() {
    return new ConnectionReset();
  }

  static Fault truncatedJson() {
    return new TruncatedJson();
  }

  static Fault slowDrip(Duration pause) {
    return new SlowDrip(pause);
  }

  static Fault hugeAnswer(int bytes) {
    return new HugeAnswer(bytes);
  }

  /** Answers as a proxy or a failing load balancer does. */
  static Fault http(int status, String contentType, String body) {
    return answer(new Answer(status, Map.of("Content-Type", contentType), body));
  }

  /** Answers as PHP does: without any chunk when the body is empty. */
  static Fault chunked(int status, String contentType, String body) {
    return answer(new Answer(status, Map.of("Content-Type", contentType), body).chunked());
  }

  static Fault redirect(URI location) {
    return answer(new Answer(302, Map.of("Location", location.toString()), ""));
  }

  static Fault answer(Answer answer) {
    return new Reply(answer);
  }
}
