package io.keycloakpools.it.cognito;

import io.keycloakpools.it.ForgotPasswordScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoForgotPasswordIT extends ForgotPasswordScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
