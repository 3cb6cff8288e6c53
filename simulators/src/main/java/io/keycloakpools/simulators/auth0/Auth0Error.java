package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.LinkedHashMap;
import java.util.Map;

final class Auth0Error extends RuntimeException {
  private final int status;
  private final transient Map<String, Object> body;

  private Auth0Error(int status, String message, Map<String, Object> body) {
    super(message, null, false, false);
    this.status = status;
    this.body = body;
  }

  /** An error of the Authentication API ("Authentication API errors"). */
  static Auth0Error oauth(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return new Auth0Error(status, error, body);
  }

  static Auth0Error oauth(SimulatedAuth0Refusal refusal) {
    return oauth(refusal.status(), refusal.error(), refusal.description());
  }

  static Auth0Error management(int status, String message, String code) {
    return management(status, message).and("errorCode", code);
  }

  static Auth0Error management(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("statusCode", status);
    body.put("error", reason(status));
    body.put("message", message);
    return new Auth0Error(status, message, body);
  }

  Auth0Error and(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(body);
    more.put(member, value);
    return new Auth0Error(status, getMessage(), more);
  }

  Answer answer() {
    return new Answer(status, Auth0Answers.JSON_HEADERS, SimulatorJson.write(body));
  }

  private static String reason(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
