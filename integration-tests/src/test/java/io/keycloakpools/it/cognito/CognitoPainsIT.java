package io.keycloakpools.it.cognito;

import io.keycloakpools.it.PainScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoPainsIT extends PainScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
