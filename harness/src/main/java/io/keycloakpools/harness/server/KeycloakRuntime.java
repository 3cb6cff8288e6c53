package io.keycloakpools.harness.server;

import java.net.URI;
import java.time.Duration;

/** A Keycloak server that can be started, stopped, and started again on the same data. */
public interface KeycloakRuntime extends AutoCloseable {
  /** Starts and waits until the server is ready. */
  void start();

  /** Stops in good order; the data stay, if the database is one that lasts. */
  void stop();

  /** Stops as a crash would. */
  void kill();

  /** Whether the server runs. */
  boolean running();

  /** Where people go, without a slash at the end; read it again after a restart. */
  URI baseUrl();

  /** Where health and metrics are, without a slash at the end. */
  URI managementUrl();

  /** The first administrator, in realm {@code master}. */
  AdminAccount admin();

  /** Everything the server has written so far. */
  String log();

  /** How long the last start took until the server was ready. */
  Duration startTime();

  /** Stops and removes what the run left, but for a data folder that was given. */
  @Override
  void close();
}
