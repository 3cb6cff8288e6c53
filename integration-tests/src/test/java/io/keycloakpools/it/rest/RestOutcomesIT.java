package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.OutcomeScenarios;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The meaning of each answer of the contract {@code pools} in Keycloak (docs/move/rest.md). */
class RestOutcomesIT extends OutcomeScenarios {

  private RestSimulator rest;

  @Override
  protected SimulatedDirectory openDirectory() {
    SimulatedRest opened = new SimulatedRest();
    rest = opened.simulator();
    return opened;
  }

  @Override
  protected Map<String, Row> unusableAccounts() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("disabled", status("disabled", "account is disabled"));
    rows.put("unconfirmed", status("unconfirmed", "not confirmed"));
    rows.put("reset", status("reset_required", "needs a new password"));
    rows.put("blocked", status("blocked", "account is blocked"));
    rows.put("leaked", status("leaked_password", "data leak"));
    rows.put("external", status("external", "has no password"));
    rows.put("expired", status("temporary_password_expired", "has expired"));
    rows.put("denied", status("denied", "did not allow"));
    rows.put(
        "temporary",
        row(
            user -> user.status("must_change_password"),
            "temporary_password",
            "password is temporary"));
    rows.put(
        "mfa", row(user -> user.add("secondFactors", "sms"), "second_factor", "second factor"));
    return rows;
  }

  @Override
  protected Map<String, Told> toldAtTheCheck() {
    Map<String, Told> told = new LinkedHashMap<>();
    told.put(
        "throttled", new Told(json(200, "{\"outcome\":\"throttled\",\"retryAfter\":30}"), LATER));
    told.put("busy", new Told(json(429, "{}"), LATER));
    return told;
  }

  @Override
  protected Unknown refusalOfTomorrow() {
    return new Unknown(
        "of_tomorrow",
        json(
            200,
            Json.write(
                Map.of(
                    "outcome", "account_unusable", "reason", "of_tomorrow", "message", UNTOLD))));
  }

  @Override
  protected Unknown failureOfTomorrow() {
    return new Unknown(
        "of_tomorrow", json(200, Json.write(Map.of("outcome", "of_tomorrow", "message", UNTOLD))));
  }

  @Override
  protected Map<String, Fault> ownFaults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("outcome of tomorrow", json(200, "{\"outcome\":\"of_tomorrow\"}"));
    faults.put("accepted without user", json(200, "{\"outcome\":\"accepted\"}"));
    faults.put("nothing", json(200, "{}"));
    faults.put("rejected, but 404", json(404, "{\"outcome\":\"rejected\"}"));
    faults.put("401", json(401, "{}"));
    faults.put("429", json(429, "{}"));
    faults.put("500", json(500, "{\"outcome\":\"accepted\"}"));
    faults.put("redirect", Fault.redirect(rest.endpoint().resolve("/elsewhere")));
    return faults;
  }

  @Override
  protected int wrongPasswordsUntilLocked() {
    rest.lockout().after(3);
    return 3;
  }

  @Test
  void aThrottledSignInSaysWhenToComeBack() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated.onPasswordChecks(json(200, "{\"outcome\":\"throttled\",\"retryAfter\":30}"));

    TokenAnswer answer = realm.directGrant().login(ada.username(), ada.password());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfter()).contains("30");
  }

  @Test
  void theAddressOfThePersonCanBeKeptFromTheEndpoint() {
    pool(Map.of("forwardClientIp", "false"));
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));

    assertThat(simulated.addresses()).isEmpty();
  }

  private static Fault json(int status, String body) {
    return Fault.http(status, "application/json", body);
  }

  private Row status(String word, String message) {
    return row(user -> user.status(word), word, message);
  }

  private Row row(UnaryOperator<RestUser.Builder> change, String reason, String message) {
    return new Row(person -> rest.users().update(person.username(), change), reason, message);
  }
}
