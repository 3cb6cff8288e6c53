package io.keycloakpools.it.auth0;

import io.keycloakpools.it.GuidanceScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0GuidanceIT extends GuidanceScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
