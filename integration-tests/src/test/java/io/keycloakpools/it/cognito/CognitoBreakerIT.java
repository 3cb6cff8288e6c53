package io.keycloakpools.it.cognito;

import io.keycloakpools.it.BreakerScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class CognitoBreakerIT extends BreakerScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
