package io.keycloakpools.it.rest;

import io.keycloakpools.it.FaultMatrixScenarios;
import io.keycloakpools.it.MatrixFault;
import io.keycloakpools.it.SimulatedDirectory;
import java.util.List;
import java.util.Map;

/**
 * Faults of an endpoint with the contract {@code pools}. Roles come with the answer to the
 * password; otherwise the request for the user is next, and fails.
 */
class RestFaultMatrixIT extends FaultMatrixScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }

  @Override
  protected MatrixFault here(MatrixFault usual) {
    return usual;
  }

  @Override
  protected List<MatrixFault> credentials() {
    return List.of(
        MatrixFault.none("expired management token", "the token is an admin's and has no term"),
        MatrixFault.none("revoked management token", "as with a rotated token"),
        MatrixFault.ofEverything("rotated token", () -> change(Map.of("token", "the-old-one"))));
  }
}
