package io.keycloakpools.userstorage.directory;

import io.keycloakpools.common.settings.SettingProblem;

/** Result of testing a directory's settings. */
public sealed interface ConnectionTest {

  /** Every call needed for sign-in was answered. */
  record Works() implements ConnectionTest {}

  /** A setting must be corrected before the pool can work. */
  record Fails(SettingProblem problem) implements ConnectionTest {}
}
