package io.keycloakpools.it.peers;

import java.util.Optional;

/** An emulator of a directory that somebody else than us wrote. */
public interface PeerEmulator extends AutoCloseable {
  /** Why it cannot run here, in a sentence; empty if it can. Installs it when it has to. */
  Optional<String> unavailable();

  /** Starts it and waits until it answers. */
  void start();

  @Override
  void close();
}
