package io.keycloakpools.it.auth0;

import io.keycloakpools.it.AlwaysHoldsScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0AlwaysHoldsIT extends AlwaysHoldsScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
