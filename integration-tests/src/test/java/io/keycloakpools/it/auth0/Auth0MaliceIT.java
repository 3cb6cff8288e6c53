package io.keycloakpools.it.auth0;

import io.keycloakpools.it.MaliceScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class Auth0MaliceIT extends MaliceScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
