package io.keycloakpools.it.rest;

import io.keycloakpools.it.LinkedUserScenarios;
import io.keycloakpools.it.TestDirectory;

class RestLinkedUserIT extends LinkedUserScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
