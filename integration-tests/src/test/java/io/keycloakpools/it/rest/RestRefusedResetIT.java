package io.keycloakpools.it.rest;

import io.keycloakpools.harness.Json;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.RefusedResetScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import java.util.Map;

/** Reasons of the contract {@code pools}. */
class RestRefusedResetIT extends RefusedResetScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }

  @Override
  protected Refusal denied() {
    return refusal("denied", "did not allow");
  }

  @Override
  protected Refusal closed() {
    return refusal("blocked", "account is blocked");
  }

  @Override
  protected Refusal newPasswordNeeded() {
    return refusal("leaked_password", "data leak");
  }

  @Override
  protected Fault unlistedFactor(Person person) {
    return answer(
        Map.of(
            "outcome", "second_factor",
            "factor", "sms",
            "id", directory.externalId(person.username())));
  }

  private static Refusal refusal(String reason, String message) {
    return new Refusal(answer(Map.of("outcome", "account_unusable", "reason", reason)), message);
  }

  private static Fault answer(Map<String, String> body) {
    return Fault.http(200, "application/json", Json.write(body));
  }
}
