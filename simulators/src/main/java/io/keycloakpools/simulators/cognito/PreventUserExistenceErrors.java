package io.keycloakpools.simulators.cognito;

/**
 * Whether an app client hides that a user is missing ("Managing user existence error responses").
 */
public enum PreventUserExistenceErrors {
  ENABLED,
  LEGACY
}
