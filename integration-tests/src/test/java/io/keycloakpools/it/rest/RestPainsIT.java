package io.keycloakpools.it.rest;

import io.keycloakpools.it.PainScenarios;
import io.keycloakpools.it.TestDirectory;

class RestPainsIT extends PainScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
