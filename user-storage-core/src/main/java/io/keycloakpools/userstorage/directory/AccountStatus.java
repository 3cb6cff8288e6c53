package io.keycloakpools.userstorage.directory;

/** Whether the directory lets an account be used. */
public sealed interface AccountStatus {

  /** The account signs in with its password. */
  record Usable() implements AccountStatus {}

  /** The account has a temporary password that must be changed at the first sign-in. */
  record MustChangePassword() implements AccountStatus {}

  /** The account cannot be used. */
  record Unusable(UnusableReason reason) implements AccountStatus {}
}
