package io.keycloakpools.it.rest;

import io.keycloakpools.it.PeopleScenarios;
import io.keycloakpools.it.TestDirectory;

class RestPeopleIT extends PeopleScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
