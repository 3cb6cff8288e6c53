package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.HashMap;
import java.util.Map;

final class CognitoAnswers {
  static final String JSON = "application/x-amz-json-1.1";

  private CognitoAnswers() {}

  static Answer ok(Map<String, Object> members) {
    return new Answer(200, Map.of("Content-Type", JSON), SimulatorJson.write(members));
  }

  static Answer error(CognitoError error) {
    int status = error.type().equals("InternalErrorException") ? 500 : 400;
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", JSON);
    headers.put("x-amzn-ErrorType", error.type() + ":");
    headers.put("x-amzn-ErrorMessage", headerSafe(error.getMessage()));
    return new Answer(
        status,
        headers,
        SimulatorJson.write(Map.of("__type", error.type(), "message", error.getMessage())));
  }

  private static String headerSafe(String message) {
    return message.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
