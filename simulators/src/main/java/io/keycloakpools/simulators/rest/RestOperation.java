package io.keycloakpools.simulators.rest;

import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.Optional;

public enum RestOperation {
  LOOKUP,
  USER,
  PASSWORD,
  LIST;

  static final String POOLS = "/pools/";
  static final String MIGRATION = "/user-migration/";

  static Optional<RestOperation> of(HttpRequest request) {
    String path = request.uri().getRawPath();
    if (path.startsWith(MIGRATION)) {
      return switch (request.method()) {
        case "GET" -> Optional.of(LOOKUP);
        case "POST" -> Optional.of(PASSWORD);
        default -> Optional.empty();
      };
    }
    if (!request.method().equals("POST")) {
      return Optional.empty();
    }
    return switch (path) {
      case POOLS + "lookup" -> Optional.of(byId(request) ? USER : LOOKUP);
      case POOLS + "password" -> Optional.of(PASSWORD);
      case POOLS + "list" -> Optional.of(LIST);
      default -> Optional.empty();
    };
  }

  private static boolean byId(HttpRequest request) {
    return SimulatorJson.readObject(request.body())
        .filter(question -> question.has("id"))
        .isPresent();
  }
}
