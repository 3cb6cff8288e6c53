package io.keycloakpools.it.rest;

import io.keycloakpools.it.GuidanceScenarios;
import io.keycloakpools.it.TestDirectory;

class RestGuidanceIT extends GuidanceScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
