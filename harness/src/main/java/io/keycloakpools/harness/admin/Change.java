package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import java.util.ArrayList;
import java.util.List;

public sealed interface Change {
  /** Fails with Keycloak's message if the change was refused. */
  String id();

  /** The id is that of a created object, else empty. */
  record Done(String id) implements Change {}

  record Refused(int status, String errorMessage, JsonNode body) implements Change {
    @Override
    public String id() {
      throw new IllegalStateException("Refused with " + status + ": " + errorMessage);
    }
  }

  default void expectDone() {
    String unused = id();
  }

  default Refused expectRefused() {
    if (this instanceof Refused refused) {
      return refused;
    }
    throw new IllegalStateException("Done instead of refused: " + this);
  }

  static Change of(JsonAnswer answer) {
    if (answer.ok()) {
      String location = answer.header("Location").orElse("/");
      return new Done(location.substring(location.lastIndexOf('/') + 1));
    }
    return new Refused(answer.status(), message(answer.body()), answer.body());
  }

  private static String message(JsonNode body) {
    for (String field : List.of("errorMessage", "error_description", "error")) {
      if (body.hasNonNull(field)) {
        return body.get(field).asText();
      }
    }
    List<String> several = new ArrayList<>();
    body.path("errors")
        .forEach(
            e -> several.add(e.path("field").asText() + ": " + e.path("errorMessage").asText()));
    return String.join(", ", several);
  }
}
