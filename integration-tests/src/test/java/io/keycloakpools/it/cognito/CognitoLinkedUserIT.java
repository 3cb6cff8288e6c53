package io.keycloakpools.it.cognito;

import io.keycloakpools.it.LinkedUserScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoLinkedUserIT extends LinkedUserScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
