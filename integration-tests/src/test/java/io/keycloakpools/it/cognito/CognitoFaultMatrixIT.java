package io.keycloakpools.it.cognito;

import static io.keycloakpools.it.FaultPlace.LOOKUP;
import static io.keycloakpools.it.FaultPlace.PASSWORD;
import static io.keycloakpools.it.FaultPlace.ROLES_OF_PENDING;

import io.keycloakpools.it.FaultMatrixScenarios;
import io.keycloakpools.it.FaultOutcome;
import io.keycloakpools.it.FaultOutcome.NotApplicable;
import io.keycloakpools.it.FaultOutcome.SignedInUnchanged;
import io.keycloakpools.it.MatrixFault;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.Iam;
import java.util.List;
import java.util.Map;

/**
 * Faults of Cognito. AWS credentials serve users, not passwords, like Auth0's management token.
 * Groups come with the tokens; the request beside the check is for the user.
 */
class CognitoFaultMatrixIT extends FaultMatrixScenarios {

  private SimulatedCognito cognito;

  @Override
  protected SimulatedDirectory openDirectory() {
    cognito = new SimulatedCognito();
    return cognito;
  }

  /** Cognito's refusals for too many requests name no time, and a proxy's time is not read. */
  @Override
  protected MatrixFault here(MatrixFault usual) {
    return usual.name().equals("429 with Retry-After")
        ? usual
            .at(LOOKUP, FaultOutcome.tryLater())
            .at(PASSWORD, FaultOutcome.tryLater())
            .at(ROLES_OF_PENDING, FaultOutcome.tryLater())
        : usual;
  }

  @Override
  protected List<MatrixFault> credentials() {
    return List.of(
        MatrixFault.of("expired AWS credentials", place -> expire())
            .at(PASSWORD, new SignedInUnchanged()),
        MatrixFault.of("revoked AWS access key", place -> revoke())
            .at(PASSWORD, new SignedInUnchanged()),
        MatrixFault.ofEverything(
                "rotated client secret", () -> change(Map.of("clientSecret", "the-old-one")))
            .at(LOOKUP, new NotApplicable("a look-up goes by the AWS credentials")));
  }

  @Override
  protected void mendOwn() {
    iam().addAccessKey(SimulatedCognito.ACCESS_KEY_ID, SimulatedCognito.SECRET_ACCESS_KEY);
  }

  private void expire() {
    cognito.onLookups(
        CognitoFaults.error(
            "ExpiredTokenException", "The security token included in the request is expired"));
  }

  /** Without any key the simulator requires none. */
  private void revoke() {
    iam().addAccessKey("AKIAANOTHER", "another-secret-access-key");
    iam().removeAccessKey(SimulatedCognito.ACCESS_KEY_ID);
  }

  private Iam iam() {
    return cognito.simulator().iam();
  }
}
