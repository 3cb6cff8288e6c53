package io.keycloakpools.it.cognito;

import io.keycloakpools.it.ConcurrencyScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class CognitoConcurrencyIT extends ConcurrencyScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
