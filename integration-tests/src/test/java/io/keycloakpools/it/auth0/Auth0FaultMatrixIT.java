package io.keycloakpools.it.auth0;

import static io.keycloakpools.it.FaultPlace.LOOKUP;
import static io.keycloakpools.it.FaultPlace.ROLES_OF_PENDING;

import io.keycloakpools.it.FaultMatrixScenarios;
import io.keycloakpools.it.FaultOutcome;
import io.keycloakpools.it.MatrixFault;
import io.keycloakpools.it.SimulatedDirectory;
import java.util.List;
import java.util.Map;

class Auth0FaultMatrixIT extends FaultMatrixScenarios {

  private SimulatedAuth0 auth0;

  @Override
  protected SimulatedDirectory openDirectory() {
    auth0 = new SimulatedAuth0();
    return auth0;
  }

  /** A refusal of the Management API without a time means a second (RateLimit). */
  @Override
  protected MatrixFault here(MatrixFault usual) {
    return usual.name().equals("429 without Retry-After")
        ? usual.at(LOOKUP, FaultOutcome.tryLater(1)).at(ROLES_OF_PENDING, FaultOutcome.tryLater(1))
        : usual;
  }

  @Override
  protected List<MatrixFault> credentials() {
    return List.of(
        MatrixFault.unnoticed(
            "expired management token", () -> auth0.simulator().tokens().expireAll()),
        MatrixFault.unnoticed(
            "revoked management token", () -> auth0.simulator().tokens().revokeAll()),
        MatrixFault.ofEverything(
            "rotated client secret", () -> change(Map.of("clientSecret", "the-old-one"))));
  }
}
