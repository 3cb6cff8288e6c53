package io.keycloakpools.harness.server;

import java.net.URI;
import java.time.Duration;

/** A Keycloak server that can be started, stopped, and started again on the same data. */
public interface KeycloakRuntime extends AutoCloseable {
  void start();

  /** Stops cleanly; a lasting database keeps the data. */
  void stop();

  void kill();

  boolean running();

  /** Without a slash at the end; read it again after a restart. */
  URI baseUrl();

  /** Health and metrics, without a slash at the end. */
  URI managementUrl();

  AdminAccount admin();

  String log();

  Duration startTime();

  /** Stops and removes everything the run left, except a given data folder. */
  @Override
  void close();
}
