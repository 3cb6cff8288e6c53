package io.keycloakpools.it.cognito;

import io.keycloakpools.it.NeighbourScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoNeighbourIT extends NeighbourScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
