package io.keycloakpools.it.cognito;

import io.keycloakpools.it.GuidanceScenarios;
import io.keycloakpools.it.TestDirectory;

class CognitoGuidanceIT extends GuidanceScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
