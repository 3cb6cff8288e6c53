package io.keycloakpools.harness.server;

/** Whether a server shares its caches with others. */
enum Caches {
  LOCAL,
  /** With all nodes on the same database, which find each other there ({@code jdbc-ping}). */
  CLUSTERED
}
