package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.Map;

final class Auth0Answers {
  static final Map<String, String> JSON_HEADERS =
      Map.of("Content-Type", "application/json; charset=utf-8");

  private Auth0Answers() {}

  static Answer ok(Object body) {
    return new Answer(200, JSON_HEADERS, SimulatorJson.write(body));
  }

  /** RFC 6749, section 5.1. */
  static Answer tokens(Map<String, Object> body) {
    return new Answer(
        200,
        Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "Pragma", "no-cache"),
        SimulatorJson.write(body));
  }
}
