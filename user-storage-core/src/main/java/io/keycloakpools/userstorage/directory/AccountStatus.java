package io.keycloakpools.userstorage.directory;

public sealed interface AccountStatus {

  record Usable() implements AccountStatus {}

  /** A temporary password must be changed at the first sign-in. */
  record MustChangePassword() implements AccountStatus {}

  record Unusable(UnusableReason reason) implements AccountStatus {}
}
