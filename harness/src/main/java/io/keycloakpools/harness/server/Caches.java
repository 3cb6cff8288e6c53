package io.keycloakpools.harness.server;

enum Caches {
  LOCAL,
  /** Shared by all nodes on the same database, which find each other there ({@code jdbc-ping}). */
  CLUSTERED
}
