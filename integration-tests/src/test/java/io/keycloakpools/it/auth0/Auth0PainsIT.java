package io.keycloakpools.it.auth0;

import io.keycloakpools.it.PainScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0PainsIT extends PainScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
