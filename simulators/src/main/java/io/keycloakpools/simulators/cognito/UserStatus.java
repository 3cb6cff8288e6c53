package io.keycloakpools.simulators.cognito;

/** The states of a user profile ("UserType", UserStatus). */
public enum UserStatus {
  UNCONFIRMED,
  CONFIRMED,
  EXTERNAL_PROVIDER,
  RESET_REQUIRED,
  FORCE_CHANGE_PASSWORD,
  ARCHIVED,
  COMPROMISED,
  UNKNOWN
}
