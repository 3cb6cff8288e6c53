package io.keycloakpools.it.rest;

import io.keycloakpools.it.MigratedUserScenarios;
import io.keycloakpools.it.TestDirectory;

class RestMigratedUserIT extends MigratedUserScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
