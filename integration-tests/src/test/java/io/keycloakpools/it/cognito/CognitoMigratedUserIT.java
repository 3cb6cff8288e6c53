package io.keycloakpools.it.cognito;

import io.keycloakpools.it.MigratedUserScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoMigratedUserIT extends MigratedUserScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
