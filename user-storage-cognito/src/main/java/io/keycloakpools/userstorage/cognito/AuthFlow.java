package io.keycloakpools.userstorage.cognito;

/** Flows that send the password to Cognito (InitiateAuth and AdminInitiateAuth API references). */
enum AuthFlow {
  /** Needs no IAM permission: the client ID suffices. */
  USER_PASSWORD_AUTH("InitiateAuth"),
  /** Needs the IAM permission {@code cognito-idp:AdminInitiateAuth}. */
  ADMIN_USER_PASSWORD_AUTH("AdminInitiateAuth");

  private final String action;

  AuthFlow(String action) {
    this.action = action;
  }

  String action() {
    return action;
  }
}
