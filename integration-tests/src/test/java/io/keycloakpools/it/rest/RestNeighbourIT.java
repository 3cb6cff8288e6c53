package io.keycloakpools.it.rest;

import io.keycloakpools.it.NeighbourScenarios;
import io.keycloakpools.it.TestDirectory;

class RestNeighbourIT extends NeighbourScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
