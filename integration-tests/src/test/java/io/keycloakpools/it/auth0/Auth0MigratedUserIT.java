package io.keycloakpools.it.auth0;

import io.keycloakpools.it.MigratedUserScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0MigratedUserIT extends MigratedUserScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
