package io.keycloakpools.harness.admin;

import java.util.Map;

public record Event(
    String type,
    String error,
    String userId,
    String clientId,
    long time,
    Map<String, String> details) {
  public Event {
    error = error == null ? "" : error;
    userId = userId == null ? "" : userId;
    clientId = clientId == null ? "" : clientId;
    details = details == null ? Map.of() : details;
  }

  public String detail(String name) {
    return details.getOrDefault(name, "");
  }
}
