package io.keycloakpools.it.cognito;

import io.keycloakpools.it.SignInCostScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class CognitoSignInCostIT extends SignInCostScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedCognito();
  }

  @Override
  protected int requestsOfFirstSignIn() {
    return 2;
  }

  @Override
  protected int requestsOfLaterSignIn() {
    return 2;
  }
}
