package io.keycloakpools.it.auth0;

import io.keycloakpools.it.BreakerScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class Auth0BreakerIT extends BreakerScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
