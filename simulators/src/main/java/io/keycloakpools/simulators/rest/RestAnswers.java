package io.keycloakpools.simulators.rest;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.Map;

final class RestAnswers {
  static final int RETRY_AFTER = 60;

  private RestAnswers() {}

  static Answer ok(Map<String, ?> json) {
    return new Answer(200, Map.of("Content-Type", "application/json"), SimulatorJson.write(json));
  }

  static Answer status(int status) {
    return new Answer(status, Map.of(), "");
  }

  static Answer tooManyRequests() {
    return new Answer(429, Map.of("Retry-After", Integer.toString(RETRY_AFTER)), "");
  }
}
