package io.keycloakpools.userstorage.cognito;

import java.util.Arrays;
import java.util.List;

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

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  String action() {
    return action;
  }
}
