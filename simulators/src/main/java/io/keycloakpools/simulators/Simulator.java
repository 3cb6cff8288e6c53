package io.keycloakpools.simulators;

import java.net.URI;

/** A simulated directory on a port of 127.0.0.1. Its content outlives {@link #stop()}. */
public interface Simulator extends AutoCloseable {

  /** Opens the configured port, or a free one; the same again after a stop. */
  Simulator start();

  void stop();

  @Override
  void close();

  /** Throws {@link IllegalStateException} when it was never started and has no fixed port. */
  URI endpoint();

  Requests<?, ?> requests();
}
