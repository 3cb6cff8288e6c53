package io.keycloakpools.it.rest;

import io.keycloakpools.it.SignInCostScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class RestSignInCostIT extends SignInCostScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return SimulatedRest.ofUserMigration();
  }

  @Override
  protected int requestsOfFirstSignIn() {
    return 2;
  }

  @Override
  protected int requestsOfLaterSignIn() {
    return 2;
  }
}
