package io.keycloakpools.userstorage.cognito;

/**
 * Setting {@code authFlow}: the flows of the InitiateAuth and AdminInitiateAuth API references that
 * send the password to Cognito.
 */
enum AuthFlow {
  /** Open to everybody who knows the client ID: needs no IAM permission. */
  USER_PASSWORD_AUTH("InitiateAuth"),
  /** For servers: needs the IAM permission {@code cognito-idp:AdminInitiateAuth}. */
  ADMIN_USER_PASSWORD_AUTH("AdminInitiateAuth");

  private final String action;

  AuthFlow(String action) {
    this.action = action;
  }

  /** The API action that a password is sent with. */
  String action() {
    return action;
  }
}
