package io.keycloakpools.it.auth0;

import io.keycloakpools.it.NeighbourScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0NeighbourIT extends NeighbourScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
