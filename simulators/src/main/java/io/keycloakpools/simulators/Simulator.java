package io.keycloakpools.simulators;

import java.net.URI;

/** A simulated directory behind a port of 127.0.0.1. What is in it outlives {@link #stop()}. */
public interface Simulator extends AutoCloseable {

  /** Opens the port: the configured one, else any free one; the same again after a stop. */
  Simulator start();

  /** Closes the port and all connections. */
  void stop();

  /** Same as {@link #stop()}. */
  @Override
  void close();

  /**
   * Returns its address.
   *
   * @throws IllegalStateException when it never was started and has no fixed port
   */
  URI endpoint();

  /** Returns the requests received. */
  Requests<?, ?> requests();
}
