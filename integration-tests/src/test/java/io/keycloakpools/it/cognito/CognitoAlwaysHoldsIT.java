package io.keycloakpools.it.cognito;

import io.keycloakpools.it.AlwaysHoldsScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoAlwaysHoldsIT extends AlwaysHoldsScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
