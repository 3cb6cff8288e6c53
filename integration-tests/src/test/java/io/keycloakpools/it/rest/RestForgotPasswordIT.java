package io.keycloakpools.it.rest;

import io.keycloakpools.it.ForgotPasswordScenarios;
import io.keycloakpools.it.TestDirectory;

class RestForgotPasswordIT extends ForgotPasswordScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }
}
