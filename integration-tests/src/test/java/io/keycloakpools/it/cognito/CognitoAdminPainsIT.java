package io.keycloakpools.it.cognito;

import io.keycloakpools.it.AdminPainScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class CognitoAdminPainsIT extends AdminPainScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedCognito();
  }
}
