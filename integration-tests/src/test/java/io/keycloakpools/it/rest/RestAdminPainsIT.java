package io.keycloakpools.it.rest;

import io.keycloakpools.it.AdminPainScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class RestAdminPainsIT extends AdminPainScenarios {
  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }
}
