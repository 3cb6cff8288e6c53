package io.keycloakpools.it.peers;

import java.util.Optional;

/** A third-party emulator of a directory. */
public interface PeerEmulator extends AutoCloseable {
  /** The obstacle in a sentence; empty if it can run. Installs it if necessary. */
  Optional<String> unavailable();

  /** Starts it and waits for an answer. */
  void start();

  @Override
  void close();
}
