package io.keycloakpools.it.auth0;

import io.keycloakpools.it.LinkedUserScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0LinkedUserIT extends LinkedUserScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
