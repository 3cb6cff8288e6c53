package io.keycloakpools.simulators.cognito;

/**
 * The password flows an app client can enable ("CreateUserPoolClient", ExplicitAuthFlows). The
 * admin flow covers the older name {@code ADMIN_NO_SRP_AUTH} as well.
 */
public enum CognitoAuthFlow {
  USER_PASSWORD_AUTH,
  ADMIN_USER_PASSWORD_AUTH
}
