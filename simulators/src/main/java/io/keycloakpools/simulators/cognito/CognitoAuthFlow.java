package io.keycloakpools.simulators.cognito;

/**
 * Password flows of an app client ("CreateUserPoolClient", ExplicitAuthFlows). The admin flow
 * covers the older name {@code ADMIN_NO_SRP_AUTH}.
 */
public enum CognitoAuthFlow {
  USER_PASSWORD_AUTH,
  ADMIN_USER_PASSWORD_AUTH
}
