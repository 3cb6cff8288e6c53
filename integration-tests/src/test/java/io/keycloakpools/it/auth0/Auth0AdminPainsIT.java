package io.keycloakpools.it.auth0;

import io.keycloakpools.it.AdminPainScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class Auth0AdminPainsIT extends AdminPainScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
