package io.keycloakpools.it.rest;

import io.keycloakpools.it.BreakerScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class RestBreakerIT extends BreakerScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }
}
