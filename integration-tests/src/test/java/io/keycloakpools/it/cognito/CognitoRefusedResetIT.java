package io.keycloakpools.it.cognito;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.RefusedResetScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.CognitoFaults;

/** Triggers and other refusals at InitiateAuth only. */
class CognitoRefusedResetIT extends RefusedResetScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedCognito();
  }

  @Override
  protected Refusal denied() {
    return new Refusal(
        CognitoFaults.lambdaRefusal("PreAuthentication", "Banned"), "did not allow the sign-in");
  }

  @Override
  protected Refusal closed() {
    return new Refusal(
        CognitoFaults.error("NotAuthorizedException", "User is disabled."), "account is disabled");
  }

  @Override
  protected Refusal newPasswordNeeded() {
    return new Refusal(CognitoFaults.temporaryPasswordExpiredInOlderWords(), "has expired");
  }

  /** A pool that requires MFA makes people set it up. */
  @Override
  protected Fault unlistedFactor(Person person) {
    return Fault.http(
        200,
        "application/x-amz-json-1.1",
        "{\"ChallengeName\":\"MFA_SETUP\",\"ChallengeParameters\":{},\"Session\":\"any\"}");
  }
}
