package io.keycloakpools.it.cognito;

import io.keycloakpools.it.MaliceScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class CognitoMaliceIT extends MaliceScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
