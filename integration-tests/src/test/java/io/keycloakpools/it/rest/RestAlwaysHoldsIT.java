package io.keycloakpools.it.rest;

import io.keycloakpools.it.AlwaysHoldsScenarios;
import io.keycloakpools.it.TestDirectory;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class RestAlwaysHoldsIT extends AlwaysHoldsScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
