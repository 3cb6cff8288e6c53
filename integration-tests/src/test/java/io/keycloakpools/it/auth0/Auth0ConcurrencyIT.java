package io.keycloakpools.it.auth0;

import io.keycloakpools.it.ConcurrencyScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class Auth0ConcurrencyIT extends ConcurrencyScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
