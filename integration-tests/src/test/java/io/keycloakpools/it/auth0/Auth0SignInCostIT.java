package io.keycloakpools.it.auth0;

import io.keycloakpools.it.SignInCostScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class Auth0SignInCostIT extends SignInCostScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Override
  protected int requestsOfFirstSignIn() {
    return 3;
  }

  @Override
  protected int requestsOfLaterSignIn() {
    return 3;
  }
}
