package io.keycloakpools.it.auth0;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.RefusedResetScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;

/** Actions and other refusals at Auth0's token endpoint only. */
class Auth0RefusedResetIT extends RefusedResetScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Override
  protected Refusal denied() {
    return new Refusal(
        Auth0Faults.oauth(403, "access_denied", "Not on Sundays"), "did not allow the sign-in");
  }

  @Override
  protected Refusal closed() {
    return new Refusal(
        Auth0Faults.oauth(401, "unauthorized", "user is blocked"), "account is blocked");
  }

  @Override
  protected Refusal newPasswordNeeded() {
    return new Refusal(Auth0Faults.oauth(401, "password_leaked", "Leaked"), "data leak");
  }

  /** The tenant requires a factor of everybody. */
  @Override
  protected Fault unlistedFactor(Person person) {
    return Auth0Faults.oauth(403, "mfa_registration_required", "Not enrolled");
  }
}
