package io.keycloakpools.userstorage.directory;

/** Whether a directory can be used with the settings it was given. */
public sealed interface ConnectionTest {

  /** Every call that signing in needs was answered. */
  record Works() implements ConnectionTest {}

  /** A setting must be mended before the pool can work. */
  record Fails(SettingProblem problem) implements ConnectionTest {}
}
