package io.keycloakpools.it.rest;

import io.keycloakpools.it.MaliceScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class RestMaliceIT extends MaliceScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }
}
