package io.keycloakpools.it.auth0;

import io.keycloakpools.it.MeasurementScenarios;
import io.keycloakpools.it.SimulatedDirectory;

class Auth0MeasurementsIT extends MeasurementScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Override
  protected int requestsOfFirstSignIn() {
    return 3;
  }

  @Override
  protected int requestsOfLaterSignIn() {
    return 3;
  }
}
