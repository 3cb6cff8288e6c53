package io.keycloakpools.it.auth0;

import io.keycloakpools.it.ForgotPasswordScenarios;
import io.keycloakpools.it.TestDirectory;

class Auth0ForgotPasswordIT extends ForgotPasswordScenarios {
  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }
}
