package io.keycloakpools.it.rest;

import io.keycloakpools.it.ConcurrencyScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class RestConcurrencyIT extends ConcurrencyScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }
}
